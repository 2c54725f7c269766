// Tables in the text of a guide: how they are written, and how a guide takes them in.

export type Row = readonly string[];

export const code = (text: string) => `\`${text}\``;

/** Names side by side, each as code. */
export const cells = (names: Row) => names.map(code).join(' ');

export function table(head: Row, rows: readonly Row[]): string {
  const line = (row: Row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The guide with every `<!-- table: NAME -->` filled anew. */
export function withTables(guide: string, tables: Readonly<Record<string, string>>): string {
  return guide.replaceAll(/(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (whole, begin: string, name: string, end: string) =>
    (tables[name] === undefined ? whole : `${begin}${tables[name]}\n${end}`));
}
