import { crc32, deflateSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { makeReportFile, previewReport } from '../../electron/app/forms/draft-report.ts'
import { importForms } from '../../electron/app/records/lrmx/import-forms.ts'
import { photoOnSheet } from '../../electron/domain/lrmx/photo.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { DRAW_HERE } from '../kit/draw-here.ts'
import { seatPeople } from '../kit/people.ts'
import { withTownship } from '../kit/township.ts'

/* The person's picture on the printed 任免审批表. */

const PIXELS_PER_POINT = 12_700 / 9_525
/** The official form's box, points: 36.3 mm, a little narrower drawn, by its four rows. */
const BOX = { width: 108, height: 150 }

/** A plain picture of so many pixels. */
function png(width: number, height: number): Buffer {
  const part = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(content.length, 0)
    ends.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0x88)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([mark, part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))])
}

async function printed(book: OpenBook, photo: Buffer | null) {
  const [id = ''] = await seatPeople(book, [{ name: '季承平', unit: '财政所', category: 'institution' }])
  const inside = photo === null ? '' : `<ZhaoPian>${photo.toString('base64')}</ZhaoPian>`
  const context = makeContext(book, { excel: DRAW_HERE })
  const text = `<?xml version="1.0" encoding="utf-8"?><Person><XingMing>季承平</XingMing>${inside}</Person>`
  await importForms({ fileIds: [context.stage('季.lrmx', Buffer.from(text))] }, context)
  const asked = { form: 'appointment-form', person: id }
  const { preview } = await previewReport(asked, context)
  const bytes = Buffer.from((await makeReportFile(asked, context)).base64, 'base64')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  const cells = preview.pages.flatMap((page) => page.cells)
  return { cells, images: workbook.worksheets[0]?.getImages() ?? [], media: workbook.model.media }
}

describe('the photo of the printed form', () => {
  it.each([
    ['a portrait', 300, 400],
    ['a square', 200, 200],
    ['a wide one', 400, 100],
  ])('lies in its box in its own proportions, on the paper and in the file: %s', (_, width, height) =>
    withTownship(async (book) => {
      const photo = png(width, height)
      const { cells, images, media } = await printed(book, photo)
      expect(cells.filter(({ picture }) => picture !== undefined)).toMatchObject([
        { row: 1, column: 11, rowSpan: 4, text: '', picture: { base64: photo.toString('base64') } },
      ])
      expect(media.map(({ buffer }) => Buffer.from(buffer ?? []).equals(photo))).toEqual([true])
      expect(images).toHaveLength(1)
      const range: object = images[0]?.range ?? {}
      expect(range).toMatchObject({ tl: { nativeCol: 11 } })
      const ext = 'ext' in range ? (range.ext as { width: number; height: number }) : { width: 0, height: 0 }
      // To the pixel.
      expect(Math.abs((ext.width * height) / width - ext.height)).toBeLessThan(1)
      expect(ext.width).toBeLessThan(BOX.width * PIXELS_PER_POINT)
      expect(ext.height).toBeLessThan(BOX.height * PIXELS_PER_POINT)
      expect(Math.max(ext.width / BOX.width, ext.height / BOX.height)).toBeGreaterThan(0.85 * PIXELS_PER_POINT)
    }),
  )

  it.each([
    ['nobody’s picture', null],
    ['a bitmap, which no sheet takes', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])],
  ])('leaves the box to be pasted into: %s', (_, photo) =>
    withTownship(async (book) => {
      const { cells, images } = await printed(book, photo)
      expect(images).toEqual([])
      expect(cells.filter(({ picture }) => picture !== undefined)).toEqual([])
      expect(cells.map(({ text }) => text)).toContain('（照片）')
    }),
  )
})

it('the size of a photo stands in its frame header, behind whatever else it carries', () => {
  const jpeg = (...parts: readonly number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat()])
  const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4]
  const table = [0xff, 0xc4, 0, 4, 9, 9]
  const frame = [0xff, 0xc2, 0, 11, 8, 1, 0x90, 1, 0x2c, 1, 0, 0, 0]
  expect(photoOnSheet(jpeg(exif, table, frame))).toMatchObject({ width: 300, height: 400, mediaType: 'image/jpeg' })
  // Cut off, or no frame at all: no sheet gets it.
  expect(photoOnSheet(jpeg(exif, table, frame.slice(0, 6)))).toBeNull()
  expect(photoOnSheet(jpeg([0x41, 0x42, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeNull()
  expect(photoOnSheet(Uint8Array.from(Buffer.from('GIF89a\u002c\u0001\u0010\u0000', 'latin1')))).toBeNull()
})
