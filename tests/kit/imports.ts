import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { parseSync } from 'vite'

export interface Import {
  readonly file: string
  /** As written. */
  readonly specifier: string
  /** Path from the root for a file of ours, otherwise the package's name or `node:…`. */
  readonly target: string
  readonly kind: 'ours' | 'package' | 'node'
  /** Erased before running. */
  readonly typeOnly: boolean
}

/** All source files below the folders, POSIX paths from `root`. */
export function sourceFiles(root: string, folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** What a file imports, re-exports, imports later or requires, read by the parser and not by pattern. */
export function importsOf(file: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const allTypes = (entries: readonly { readonly isType: boolean }[]) =>
    entries.length > 0 && entries.every((entry) => entry.isType)
  const imported = module.staticImports.map((each) => ({
    specifier: each.moduleRequest.value,
    typeOnly: allTypes(each.entries),
  }))
  const exported = module.staticExports.flatMap((each) => {
    const from = each.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest
    return from === null || from === undefined ? [] : [{ specifier: from.value, typeOnly: allTypes(each.entries) }]
  })
  const later = module.dynamicImports.map((each) => ({
    specifier: text.slice(each.moduleRequest.start, each.moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    typeOnly: false,
  }))
  const code = text.replaceAll(/^\s*(?:\*|\/\/).*$/gm, '')
  const required = [...code.matchAll(/\brequire\(\s*(['"])([^'"]+)\1\s*\)/g)].map((match) => ({
    specifier: match[2] ?? '',
    typeOnly: false,
  }))
  return [...imported, ...exported, ...later, ...required].map((each) => ({
    file,
    ...each,
    ...resolve(file, each.specifier),
  }))
}

/** The imports of every file below the folders. */
export function allImports(root: string, folders: readonly string[]): readonly Import[] {
  return sourceFiles(root, folders).flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))
}

function resolve(file: string, specifier: string): Pick<Import, 'target' | 'kind'> {
  if (specifier.startsWith('.')) return { kind: 'ours', target: posix.join(posix.dirname(file), specifier) }
  if (specifier.startsWith('node:')) return { kind: 'node', target: specifier }
  return {
    kind: 'package',
    target: specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  }
}
