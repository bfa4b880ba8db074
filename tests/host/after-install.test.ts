import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../kit/book.ts'
import { readBuilderConfig } from '../kit/pack.ts'

/*
 * The sandbox of the .deb: UOS, Kylin and Debian of that age give user namespaces to root alone, and then the page's sandbox needs a helper with the
 * system's rights. The script runs as root, for whom namespaces always work: what counts is what the kernel says of ordinary users.
 */

let folder: ReturnType<typeof temporaryFolder>
let helper: string
let script: string
let commands: string

beforeEach(() => {
  folder = temporaryFolder()
  const product = join(folder.path, 'opt')
  commands = join(folder.path, 'commands')
  for (const path of [product, commands]) mkdirSync(path)
  helper = join(product, 'chrome-sandbox')
  writeFileSync(helper, '', { mode: 0o755 })
  script = join(folder.path, 'after-install.sh')
  // As electron-builder fills it in, and in a place of the test's own.
  const text = readFileSync('build/after-install.sh', 'utf8')
    .replaceAll('/opt/${sanitizedProductName}', product)
    .replaceAll('/usr/bin/${executable}', join(folder.path, 'dingbian'))
    .replaceAll('${executable}', 'dingbian')
  if (/\$\{(?:executable|sanitizedProductName)\}/.test(text)) throw new Error('a name is left unfilled')
  writeFileSync(script, text)
})
afterEach(() => folder.dispose())

const NAMES = ['kernel/unprivileged_userns_clone', 'user/max_user_namespaces'] as const
interface Kernel {
  /** What /proc/sys says; absent: there is no such switch. */
  readonly says: Partial<Record<(typeof NAMES)[number], string>>
  readonly unshare?: 'works' | 'fails'
}

/** Runs the script on a machine whose kernel says so. @returns the helper's rights */
function installedOn({ says, unshare = 'works' }: Kernel): string {
  const stub = (name: string, body: string) => {
    writeFileSync(join(commands, name), `#!/bin/bash\n${body}\n`)
    chmodSync(join(commands, name), 0o755)
  }
  stub('unshare', unshare === 'works' ? 'exit 0' : 'exit 1')
  const told = NAMES.map((name) =>
    says[name] === undefined ? `/proc/sys/${name}) exit 1 ;;` : `/proc/sys/${name}) echo ${says[name]} ;;`,
  )
  stub('cat', `case "$1" in ${told.join(' ')} *) exec /bin/cat "$@" ;; esac`)
  // What else it would tell the system is not for this one.
  for (const name of ['update-alternatives', 'update-mime-database', 'update-desktop-database']) stub(name, 'exit 0')
  stub('apparmor_status', 'exit 1')
  execFileSync('/bin/bash', [script], { env: { PATH: `${commands}:/usr/bin:/bin` }, stdio: 'ignore' })
  return (statSync(helper).mode & 0o7777).toString(8)
}

describe('the .deb after it was installed', () => {
  it('is the script electron-builder is told of', async () => {
    expect((await readBuilderConfig())['deb']).toMatchObject({ afterInstall: 'build/after-install.sh' })
  })

  it.each<readonly [string, Kernel, string]>([
    ['UOS and Kylin, where ordinary users may not', { says: { 'kernel/unprivileged_userns_clone': '0' } }, '4755'],
    ['a kernel that allows none at all', { says: { 'user/max_user_namespaces': '0' } }, '4755'],
    ['a kernel without namespaces', { says: {}, unshare: 'fails' }, '4755'],
    [
      'one that allows them',
      { says: { 'kernel/unprivileged_userns_clone': '1', 'user/max_user_namespaces': '15000' } },
      '755',
    ],
    ['one that has no switch for it', { says: { 'user/max_user_namespaces': '15000' } }, '755'],
  ])('on %s: the helper has the rights it needs there and no more', (_, kernel, rights) => {
    expect(installedOn(kernel)).toBe(rights)
  })

  it('installed over an older one, takes back rights no longer needed', () => {
    expect(installedOn({ says: { 'user/max_user_namespaces': '0' } })).toBe('4755')
    expect(installedOn({ says: { 'user/max_user_namespaces': '15000' } })).toBe('755')
  })
})
