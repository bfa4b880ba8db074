import { packageBundle } from '../../contract/package-shapes.ts'
import { COUNTY_LEVELS, COUNTY_LEVEL_NAMES } from '../../vocabulary/county.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import { BUNDLE_FORMAT, BUNDLE_NAME, BUNDLE_VERSION, readBundle } from '../../store/county/bundle-file.ts'
import type { CountyBook } from '../../store/county/county-book.ts'
import { ensureRegion, type CountyFacts } from '../../store/county/county-store.ts'
import { inTransaction } from '../../store/county/prepared.ts'

/** One package inside a bundle, and the region here that it belongs to. */
interface BundlePiece {
  readonly file: string
  readonly bytes: Uint8Array
  readonly regionId: number
}

/** A county's, city's or province's package of packages: its regions are taken in first, then each township by itself. */
export class BundleReader {
  readonly #file: string
  readonly #county: CountyBook
  readonly #facts: CountyFacts
  /** Region of the bundle → region here. */
  #regions: ReadonlyMap<number, number> | null = null

  constructor(file: string, { county, facts }: { readonly county: CountyBook; readonly facts: CountyFacts }) {
    this.#file = file
    this.#county = county
    this.#facts = facts
  }

  /** True where a file begins as a bundle does. */
  static begins(bytes: Uint8Array): boolean {
    return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64))
      .toString('latin1')
      .startsWith(BUNDLE_NAME)
  }

  /** @throws `package_foreign`, `package_newer`, `package_tampered`, `cancelled` */
  async read(
    source: ReadableStream<Uint8Array>,
    take: (piece: BundlePiece) => void,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await readBundle(source, (name, bytes) => {
        if (signal.aborted) throw new Refusal('cancelled')
        if (name === BUNDLE_NAME) {
          this.#regions = this.#takeRegions(bytes)
          return
        }
        const [folder, file] = [Number(name.split('/')[0]), name.split('/').slice(1).join('/')]
        const regionId = this.#regions?.get(folder)
        if (regionId === undefined) throw this.#foreign('里面的文件不在目录里')
        take({ file: `${this.#file} ▸ ${file}`, bytes, regionId })
      })
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (error instanceof Error && 'code' in error && typeof error.code === 'string') throw error
      throw new Refusal('package_tampered', { file: this.#file, problem: '汇总包不完整', township: '报送的单位' })
    }
    if (this.#regions === null) throw this.#foreign('里面没有汇总的目录')
  }

  #takeRegions(bytes: Uint8Array): ReadonlyMap<number, number> {
    let value: unknown
    try {
      value = JSON.parse(Buffer.from(bytes).toString('utf8'))
    } catch {
      throw this.#foreign('汇总的目录读不出')
    }
    const parsed = packageBundle.safeParse(value)
    if (!parsed.success || parsed.data.format !== BUNDLE_FORMAT) throw this.#foreign('内容不是汇总的上报数据')
    const head = parsed.data
    if (head.version > BUNDLE_VERSION)
      throw new Refusal('package_newer', { file: this.#file, found: head.version, supported: BUNDLE_VERSION })
    const { name, level } = this.#facts
    const same = head.name === name && head.level === level
    if (!same && COUNTY_LEVELS.indexOf(head.level) >= COUNTY_LEVELS.indexOf(level))
      throw this.#foreign(
        `它是${head.name}（${COUNTY_LEVEL_NAMES[head.level]}）的，不在编制本（${COUNTY_LEVEL_NAMES[level]}）以下`,
      )
    return inTransaction(this.#county, () => {
      const here = new Map<number, number>()
      for (const region of head.regions) {
        const parentId = region.parentId === null ? 1 : here.get(region.parentId)
        if (parentId === undefined) throw this.#foreign('汇总的目录里区划的上下级不对')
        here.set(
          region.id,
          region.parentId === null && same
            ? 1
            : ensureRegion(this.#county, { parentId, level: region.level, name: region.name, code: region.code }),
        )
      }
      return here
    })
  }

  #foreign(problem: string): Refusal {
    return new Refusal('package_foreign', { file: this.#file, problem })
  }
}
