/* Where a new book will be written, said before it is. */

/** The file name the core would give a book: letters a file system refuses are left out. */
export function bookFileName(name: string): string {
  const clean = name.trim().replaceAll(/[\\/:*?"<>|]/g, '')
  return clean === '' ? '' : `${clean}.dingbian`
}

/** Folder and file name with the folder's own separator. */
export function joinPath(folder: string, fileName: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  return folder.endsWith(separator) ? `${folder}${fileName}` : `${folder}${separator}${fileName}`
}
