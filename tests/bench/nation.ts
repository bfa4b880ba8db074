import type { PackageContent } from '../../electron/domain/county/package-content.ts'
import { bundleStream, BUNDLE_FORMAT, BUNDLE_VERSION } from '../../electron/store/county/bundle-file.ts'
import { encodePackage, sha256 } from '../../electron/store/county/package-file.ts'
import { writeStreamWhole } from '../../electron/store/county/stream-file.ts'

/** Townships of a nation, made of the city's: another name, code and book each, in counties of twenty. */
export async function writeNation(
  path: string,
  contents: readonly PackageContent[],
  townships: number,
): Promise<number> {
  let people = 0
  const counties = Math.ceil(townships / 20)
  function* packages() {
    for (let place = 0; place < townships; place += 1) {
      const content = contents[place % contents.length]
      if (content === undefined) return
      people += content.parts.people.length
      const code = `99${String(1000 + Math.floor(place / 20)).padStart(4, '0')}${String(100 + (place % 20))}000`
      const name = `${content.head.township.name}${place}`
      const head = {
        ...content.head,
        book: sha256(Buffer.from(code)),
        township: { ...content.head.township, name, code },
      }
      yield {
        region: 2 + Math.floor(place / 20),
        name: `${name}.dbpkg`,
        bytes: encodePackage({ ...content, head }).bytes,
      }
    }
  }
  const regions = [
    { id: 1, parentId: null, level: 'province' as const, name: '试验省', code: null },
    ...Array.from({ length: counties }, (_, place) => ({
      id: 2 + place,
      parentId: 1,
      level: 'county' as const,
      name: `第${place + 1}县`,
      code: null,
    })),
  ]
  const written = await writeStreamWhole(
    path,
    bundleStream(
      {
        format: BUNDLE_FORMAT,
        version: BUNDLE_VERSION,
        name: '试验省',
        level: 'province',
        code: null,
        madeAt: '',
        townships,
        people: 0,
        head: '',
        regions,
      },
      packages(),
    ),
  )
  if ('differs' in written) throw new Error('the bundle was not written')
  return people
}
