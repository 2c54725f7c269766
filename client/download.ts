// Hands a file to the browser to be saved.

/** Time the browser is given to begin, in milliseconds. */
const BEGINS = 10_000;

export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGINS);
}
