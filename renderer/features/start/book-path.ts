/* Where a new book will be written, said before it is. */

/** A shorter password is refused by the core; saying so while she types spares the round. */
export const PASSWORD_MIN = 8

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

/** What is wrong with a password typed twice; null when nothing is, or when none is wanted. */
export function passwordProblem(password: string, again: string): string | null {
  if (password === '' && again === '') return null
  if (Array.from(password).length < PASSWORD_MIN) return `密码至少 ${PASSWORD_MIN} 个字。`
  return password === again ? null : '两次输入的密码不一样。'
}
