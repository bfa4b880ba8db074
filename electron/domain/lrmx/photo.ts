import type { SheetPicture } from '../report/sheet-model.ts'
import { FormRefusal } from './form-refusal.ts'

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/bmp' | 'image/gif'

/** 5 MB: a portrait of a form has some tens of kilobytes. */
const MAX_PHOTO_BYTES = 5 * 1024 * 1024

const MAGIC: readonly { readonly bytes: readonly number[]; readonly type: PhotoType }[] = [
  { bytes: [0xff, 0xd8], type: 'image/jpeg' },
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], type: 'image/png' },
  { bytes: [0x42, 0x4d], type: 'image/bmp' },
  { bytes: [0x47, 0x49, 0x46, 0x38], type: 'image/gif' },
]

/** What kind of picture the bytes are, by their first; null: none. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  return MAGIC.find((own) => own.bytes.every((byte, place) => bytes[place] === byte))?.type ?? null
}

/** The picture of a form from its Base64; null for none. @throws FormRefusal where the text is no picture, or a huge one. */
export function readPhoto(text: string): { readonly bytes: Uint8Array; readonly type: PhotoType } | null {
  const packed = text.replaceAll(/\s/g, '').replace(/^data:image\/\w+;base64,/, '')
  if (packed === '') return null
  if (packed.length > (MAX_PHOTO_BYTES / 3) * 4 + 4)
    throw new FormRefusal('lrmx_too_large', '', {
      size: `${(packed.length / 1_398_101).toFixed(1)} MB 的照片`,
      limit: '5 MB',
    })
  if (packed.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed))
    throw new FormRefusal('lrmx_damaged', '照片的数据不完整')
  const binary = atob(packed.replace(/=+$/, ''))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  const type = photoTypeOf(bytes)
  if (type === null) throw new FormRefusal('lrmx_unsafe', '不是图片的“照片”')
  return { bytes, type }
}

/** The photo as a sheet shows it; null where no sheet can (a bitmap) or its size cannot be read. */
export function photoOnSheet(bytes: Uint8Array): SheetPicture | null {
  const mediaType = photoTypeOf(bytes)
  if (mediaType === null || mediaType === 'image/bmp') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = sizeOf(view, mediaType)
  if (size === null || size.width === 0 || size.height === 0) return null
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return { mediaType, base64: btoa(binary), ...size }
}

interface PixelSize {
  readonly width: number
  readonly height: number
}

function sizeOf(view: DataView, type: SheetPicture['mediaType']): PixelSize | null {
  if (type === 'image/jpeg') return jpegSize(view)
  if (view.byteLength < 24) return null
  if (type === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) }
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** From the frame header, C0 to CF without C4, C8 and CC (ITU-T T.81, table B.1). */
function jpegSize(view: DataView): PixelSize | null {
  let at = 2
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}
