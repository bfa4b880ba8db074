import { readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '../vocabulary/refusals.ts'
import type { Output } from '../contract/operations.ts'

/** Folders and books of a folder, names in Chinese order. Hidden ones and what cannot be read are left out. */
export function browseFolder(directory: string): Output<'files.list'> {
  const path = resolve(directory)
  const names = readNames(path)
  const entries = names.flatMap((name) => {
    const full = join(path, name)
    const found = statSync(full, { throwIfNoEntry: false })
    return found === undefined || name.startsWith('.')
      ? []
      : [{ name, path: full, folder: found.isDirectory(), bytes: found.size, modifiedAt: found.mtime.toISOString() }]
  })
  const byName = (left: { readonly name: string }, right: { readonly name: string }) =>
    left.name.localeCompare(right.name, 'zh-CN')
  const parent = dirname(path)
  return {
    directory: path,
    parent: parent === path ? null : parent,
    folders: entries
      .filter((entry) => entry.folder)
      .map(({ name, path: full }) => ({ name, path: full }))
      .sort(byName),
    books: entries
      .filter((entry) => !entry.folder && entry.name.endsWith('.dingbian'))
      .map(({ name, path: full, bytes, modifiedAt }) => ({ name, path: full, bytes, modifiedAt }))
      .sort(byName),
  }
}

function readNames(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    throw new Refusal('directory_not_found', { path })
  }
}
