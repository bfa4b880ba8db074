/** A thing on the screen that the arrow keys can reach. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/** True for the four keys that move. */
export function isArrowKey(key: string): key is ArrowKey {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown'
}

/**
 * Where an arrow leads from a box, by what the eye sees, so that rows which wrap need no special case: ← → go through the boxes as one reads,
 * from a row's end on to the next row; ↑ ↓ go to the nearest row and there to the box most nearly above or below. −1: nowhere.
 */
export function nearestBox(boxes: readonly Box[], from: number, key: ArrowKey): number {
  const here = boxes[from]
  if (here === undefined) return boxes.length === 0 ? -1 : 0
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const order = boxes.map((_, index) => index).sort((a, b) => readingOrder(boxes[a], boxes[b]))
    return order[order.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)] ?? -1
  }
  const beyond = boxes
    .map((box, index) => ({ box, index }))
    .filter(({ box }) => !sameRow(box, here) && (key === 'ArrowDown' ? box.top > here.top : box.top < here.top))
  const rowTop =
    key === 'ArrowDown' ? Math.min(...beyond.map(({ box }) => box.top)) : Math.max(...beyond.map(({ box }) => box.top))
  const row = beyond.filter(({ box }) => Math.abs(box.top - rowTop) < box.height / 2)
  return (
    row.toSorted((a, b) => Math.abs(middle(a.box) - middle(here)) - Math.abs(middle(b.box) - middle(here)))[0]?.index ??
    -1
  )
}

function readingOrder(a: Box | undefined, b: Box | undefined): number {
  if (a === undefined || b === undefined) return 0
  return sameRow(a, b) ? a.left - b.left : a.top - b.top
}

function sameRow(a: Box, b: Box): boolean {
  return Math.abs(a.top + a.height / 2 - b.top - b.height / 2) < Math.min(a.height, b.height) / 2
}

function middle(box: Box): number {
  return box.left + box.width / 2
}
