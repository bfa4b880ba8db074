import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FUSES } from '../../electron/security-policy.ts'
import { SAMPLE_WORKBOOK } from '../../electron/host/staged-files.ts'
import { temporaryFolder } from '../kit/book.ts'
import { importsOf } from '../kit/imports.ts'
import {
  DECOYS,
  layOutBuilt,
  layOutProject,
  pack,
  PROGRAM,
  readBuilderConfig,
  validateBuilderConfig,
  type Packed,
} from '../kit/pack.ts'

const DRIVER = 'node_modules/better-sqlite3-multiple-ciphers'

describe('electron-builder.yml', () => {
  it('is what electron-builder accepts', async () => {
    await expect(validateBuilderConfig(await readBuilderConfig())).resolves.toBeUndefined()
  })

  it('would be refused with a slip of the pen (control)', async () => {
    const config = await readBuilderConfig()
    await expect(validateBuilderConfig({ ...config, win: { targt: 'nsis' } })).rejects.toThrow(
      /configuration\.win should be/,
    )
    await expect(validateBuilderConfig({ ...config, electronFuse: FUSES })).rejects.toThrow(/electronFuse/)
  })

  it('spells out all eight fuses as the policy has them', async () => {
    expect((await readBuilderConfig())['electronFuses']).toEqual(FUSES)
  })

  it('makes an installer, a portable program, a deb and an AppImage, for x64 and arm64', async () => {
    const config = await readBuilderConfig()
    const targets = (platform: string) =>
      (
        config[platform] as {
          readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[]
        }
      ).target.map((each) => [each.target, ...each.arch])
    expect(targets('win')).toEqual([
      ['nsis', 'x64', 'arm64'],
      ['portable', 'x64', 'arm64'],
    ])
    expect(targets('linux')).toEqual([
      ['deb', 'x64', 'arm64'],
      ['AppImage', 'x64', 'arm64'],
    ])
    expect(config).toMatchObject({
      productName: '定编',
      npmRebuild: false,
      electronLanguages: ['zh-CN'],
      asar: true,
      asarUnpack: ['**/*.node'],
      publish: null,
    })
    // The books stay when the program goes.
    expect(config['nsis']).toMatchObject({ deleteAppDataOnUninstall: false, perMachine: false })
  })

  it('packs exactly the Electron that was tested', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly devDependencies: Readonly<Record<string, string>>
      readonly dependencies: Readonly<Record<string, string>>
    }
    expect(manifest.devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
    // Whatever is bundled is a devDependency: electron-builder copies the others whole.
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3-multiple-ciphers'])
  })
})

describe('what would be shipped', () => {
  const folder = temporaryFolder()
  beforeAll(() => layOutProject(folder.path))
  afterAll(() => folder.dispose())

  const platforms = [
    ['win32', 'x64'],
    ['win32', 'arm64'],
    ['linux', 'x64'],
    ['linux', 'arm64'],
  ] as const
  it.each(platforms)('to %s %s: the program, its own driver, and nothing else', async (platform, arch) => {
    const packed = await pack(folder.path, platform, arch)
    expectProgramOnly(packed)
    const binary = `${platform}-${arch}.node`
    expect(packed.files.filter((path) => path.endsWith('.node'))).toEqual([`${DRIVER}/prebuilds/${binary}`])
    expect(packed.unpacked).toContain(binary)
    expect(packed.locales).toEqual(['zh-CN.pak'])
    expect(packed.manifest).toMatchObject({ name: 'dingbian', main: 'out/main/main.js', type: 'module' })
    expect(packed.manifest).not.toHaveProperty('devDependencies')
  })

  it('would be too much with the exclusions alone (control): a book lying in the folder would go along', async () => {
    const careless = temporaryFolder()
    layOutProject(careless.path, (config) => config.replaceAll(/^ {4}- (?:out\/\*\*|package\.json)\n/gm, ''))
    const packed = await pack(careless.path, 'linux', 'x64')
    careless.dispose()
    expect(packed.files).toContain('山溪乡.dingbian')
    expect(packed.files).toContain('electron/main.ts')
  })
})

const OUT = join(import.meta.dirname, '..', '..', 'out')

/** What the built program asks for, by path from the project's root; read once. */
function askedFor(): readonly string[] {
  const read = (name: string) => readFileSync(join(OUT, '..', name), 'utf8')
  const screens = JSON.parse(read('out/renderer/files.json')) as readonly string[]
  const chunks = readdirSync(join(OUT, 'main'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `out/main/${name}`)
    .flatMap((name) => importsOf(name, read(name)).flatMap(({ kind, target }) => (kind === 'ours' ? [target] : [])))
  return [
    'package.json',
    'out/main/main.js',
    'out/main/preload.cjs',
    'out/main/workbook-child.js',
    'out/renderer/files.json',
    'out/renderer/icon.png',
    `out/sample/${basename(SAMPLE_WORKBOOK)}`,
    ...screens.filter((name) => !name.endsWith('.map')).map((name) => `out/renderer/${name}`),
    ...chunks,
  ]
}

describe.skipIf(!existsSync(join(OUT, 'main', 'main.js')))('the program as it was built', () => {
  it('is packed whole: what it asks for is there, and what was built, and nothing else', async () => {
    const built = temporaryFolder()
    layOutBuilt(built.path)
    const { files } = await pack(built.path, 'linux', 'x64')
    built.dispose()
    const made = readdirSync(OUT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
      .map((entry) => relative(join(OUT, '..'), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    const own = files.filter((name) => !name.startsWith('node_modules/'))
    expect(own).toEqual([...made, 'package.json'].toSorted())
    const asked = askedFor()
    expect(asked.filter((name) => !files.includes(name))).toEqual([])
    // Control: whatever of it were left out, the program would ask for it.
    const code = own.filter((name) => /\.(?:js|cjs|css|html|xlsx|png)$/.test(name))
    expect(code.length).toBeGreaterThan(10)
    expect(code.filter((name) => !asked.includes(name))).toEqual([])
  })
})

describe('the picture of the program', () => {
  const BUILD = join(OUT, '..', 'build')
  const sizeOf = (png: Buffer) => {
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20))
    return png.readUInt32BE(16)
  }

  it('is there in every size a Linux desktop asks for, each as large as its name says', async () => {
    expect((await readBuilderConfig())['linux']).toMatchObject({ icon: 'build/icons' })
    const sizes = readdirSync(join(BUILD, 'icons')).map((name) => {
      expect(`${sizeOf(readFileSync(join(BUILD, 'icons', name)))}`).toBe(/^(\d+)x\1\.png$/.exec(name)?.[1])
      return Number.parseInt(name, 10)
    })
    expect(sizes.toSorted((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 96, 128, 256, 512])
    // The window's own, and what no other size is taken from.
    expect(sizeOf(readFileSync(join(BUILD, 'icon.png')))).toBe(512)
  })

  it('is one file for Windows, with every size from 16 to 256', async () => {
    expect((await readBuilderConfig())['win']).toMatchObject({ icon: 'build/icon.ico' })
    const ico = readFileSync(join(BUILD, 'icon.ico'))
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1])
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
      const place = 6 + 16 * at
      const [length, offset] = [ico.readUInt32LE(place + 8), ico.readUInt32LE(place + 12)]
      const size = sizeOf(ico.subarray(offset, offset + length))
      expect(ico[place]).toBe(size % 256)
      return size
    })
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
  })
})

function expectProgramOnly(packed: Packed): void {
  const own = packed.files.filter((path) => !path.startsWith('node_modules/'))
  expect(own).toEqual([...PROGRAM, 'package.json'].sort())
  for (const decoy of DECOYS) expect(packed.files).not.toContain(decoy)
  const driver = packed.files.filter((path) => path.startsWith('node_modules/'))
  expect(driver.filter((path) => !path.startsWith(`${DRIVER}/`))).toEqual([])
  expect(packed.files.filter((path) => /\.(ts|tsx|c|cpp|h|hpp|gyp|map|md|dingbian)$/.test(path))).toEqual([])
}
