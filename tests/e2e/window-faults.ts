import type { Page } from 'playwright-core'

/** What cannot be pressed where it is drawn, words that lie over others, and a page wider than the window. */
export function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const told: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth + 1) told.push(`the page is ${scrollWidth} px wide, the window ${clientWidth}`)
    // Behind what lies on top nothing can be pressed, and nothing needs to be.
    const over = ['dialog[open]', '.search-panel:not(.search-hidden)', '.as-of-panel', '[data-drawer]']
    const ground = over.flatMap((selector) => [...document.querySelectorAll(selector)].slice(-1))[0] ?? document.body
    const scrolled = new Map<Element, readonly [number, number]>()
    for (const element of ground.querySelectorAll('*'))
      if (element.scrollTop > 0 || element.scrollLeft > 0)
        scrolled.set(element, [element.scrollTop, element.scrollLeft])
    const said = (element: Element) =>
      `${element.tagName} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24)}”`
    for (const control of ground.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary, [role="tab"]',
    )) {
      // The skip link is drawn when it has the focus; a door in a cell is pressed through the cell.
      const drawn = control.checkVisibility({ visibilityProperty: true }) && control.getAttribute('tabindex') !== '-1'
      if (
        !drawn ||
        control.matches(':disabled') ||
        control.closest('.skip-link, .visually-hidden, .cells-editor, .toaster') !== null
      )
        continue
      control.scrollIntoView({ block: 'center', inline: 'center' })
      // A link that goes over two lines has its middle between them.
      const box = [...control.getClientRects()].toSorted((left, right) => right.width - left.width)[0]
      if (box === undefined || box.width < 2 || box.height < 2) continue
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const hit = document.elementFromPoint(x, y)
      const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
      const reached =
        hit !== null && (control.contains(hit) || hit.contains(control) || labels.some((label) => label.contains(hit)))
      const place = `${Math.round(x)},${Math.round(y)}`
      if (!reached) told.push(`${said(control)} at ${place} lies under ${hit?.tagName}.${hit?.className}`)
    }
    for (const element of ground.querySelectorAll('*')) {
      const [top, left] = scrolled.get(element) ?? [0, 0]
      if (element.scrollTop !== top) element.scrollTop = top
      if (element.scrollLeft !== left) element.scrollLeft = left
    }
    return [...told, ...overlaps()]

    /** Words drawn over other words: both to be seen at their own place, and yet sharing more than a sliver. */
    function overlaps(): readonly string[] {
      interface Word {
        readonly element: Element
        readonly text: string
        readonly box: DOMRect
      }
      const words: Word[] = []
      const walker = document.createTreeWalker(ground, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      while (walker.nextNode() !== null) {
        const element = walker.currentNode.parentElement
        const text = (walker.currentNode.textContent ?? '').trim()
        if (
          element === null ||
          text === '' ||
          element.closest('.paper-page, .visually-hidden, .toaster, option, title') !== null
        )
          continue
        if (!element.checkVisibility({ visibilityProperty: true })) continue
        range.selectNodeContents(walker.currentNode)
        const room = roomOf(element)
        for (const whole of range.getClientRects()) {
          const [left, top] = [Math.max(whole.left, room.left), Math.max(whole.top, room.top)]
          const box = new DOMRect(
            left,
            top,
            Math.min(whole.right, room.right) - left,
            Math.min(whole.bottom, room.bottom) - top,
          )
          if (box.width < 4 || box.height < 4) continue
          const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
          if (hit !== null && (element.contains(hit) || hit.contains(element))) words.push({ element, text, box })
        }
      }
      words.sort((one, other) => one.box.top - other.box.top)
      const size = document.documentElement.currentCSSZoom
      const found: string[] = []
      for (const [place, one] of words.entries()) {
        for (let next = place + 1; next < words.length; next += 1) {
          const other = words[next]
          if (other === undefined || other.box.top > one.box.bottom) break
          if (one.element === other.element) continue
          const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
          const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
          if (wide > 3 * size && high > 8 * size)
            found.push(`“${one.text.slice(0, 16)}” and “${other.text.slice(0, 16)}” lie over one another`)
        }
      }
      return found.slice(0, 5)
    }

    /** What is left of an element by those around it that cut off what goes beyond them. */
    function roomOf(element: Element): { left: number; top: number; right: number; bottom: number } {
      const room = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
      for (let around: Element | null = element; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflow === 'visible') continue
        const box = around.getBoundingClientRect()
        room.left = Math.max(room.left, box.left)
        room.top = Math.max(room.top, box.top)
        room.right = Math.min(room.right, box.right)
        room.bottom = Math.min(room.bottom, box.bottom)
      }
      return room
    }
  })
}
