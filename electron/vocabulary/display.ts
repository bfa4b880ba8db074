/* How large and how light the window is drawn: the same on every screen, kept for the whole program and not for one book. */

/** Per cent of the usual size, smallest first: what Ctrl + and Ctrl − go through. */
export const DISPLAY_SIZES = [100, 110, 125, 150, 175, 200] as const

export type DisplaySize = (typeof DISPLAY_SIZES)[number]

export const DISPLAY_LOOK_TITLES = {
  system: '跟随系统',
  light: '浅色',
  dark: '深色',
} as const

export type DisplayLook = keyof typeof DISPLAY_LOOK_TITLES

export const DISPLAY_LOOKS: readonly DisplayLook[] = ['system', 'light', 'dark']
