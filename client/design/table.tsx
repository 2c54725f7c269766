// A plain table with a caption and typed columns; wide ones scroll sideways inside themselves.
import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  heading: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** The column that names the row. */
  names?: boolean;
}

export function Table<Row>({ caption, hideCaption, columns, rows, rowKey }: { caption: string; hideCaption?: boolean; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.names ? (
                  <th key={column.id} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
