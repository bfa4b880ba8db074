import { describe, expect, test } from 'vitest'
import { isTextField, undoWish } from '../../renderer/features/shell/undo-keys.ts'

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const ctrl = { ...plain, ctrlKey: true }

describe('the keys of undo', () => {
  test('Ctrl+Z takes back, Ctrl+Y and Ctrl+Shift+Z do again, with Caps Lock too', () => {
    expect(undoWish({ ...ctrl, key: 'z' })).toBe('undo')
    expect(undoWish({ ...ctrl, key: 'Z' })).toBe('undo')
    expect(undoWish({ ...ctrl, key: 'y' })).toBe('redo')
    expect(undoWish({ ...ctrl, key: 'Z', shiftKey: true })).toBe('redo')
  })

  test('other keys ask for nothing', () => {
    expect(undoWish({ ...plain, key: 'z' })).toBe(null)
    expect(undoWish({ ...ctrl, key: 'z', altKey: true })).toBe(null)
    expect(undoWish({ ...ctrl, key: 'x' })).toBe(null)
  })

  test('in a text the keys are the text’s own; on a button, a list or a tick box they are the book’s', () => {
    expect(isTextField({ tagName: 'INPUT', type: 'text' })).toBe(true)
    expect(isTextField({ tagName: 'INPUT', type: 'number' })).toBe(true)
    expect(isTextField({ tagName: 'TEXTAREA' })).toBe(true)
    expect(isTextField({ tagName: 'DIV', isContentEditable: true })).toBe(true)
    expect(isTextField({ tagName: 'INPUT', type: 'checkbox' })).toBe(false)
    expect(isTextField({ tagName: 'SELECT' })).toBe(false)
    expect(isTextField({ tagName: 'BUTTON', type: 'button' })).toBe(false)
  })
})
