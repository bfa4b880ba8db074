/** The first stop of the keyboard: past the bar and the menu, into the screen. The address keeps the screen, so it is no plain link to an anchor. */
export function SkipLink() {
  return (
    <button type="button" className="skip-link" onClick={focusScreen}>
      跳到正文
    </button>
  )
}

/** The screen takes the focus this once: a click into it must not. */
function focusScreen(): void {
  const screen = document.querySelector<HTMLElement>('main.screen')
  if (screen === null) return
  screen.tabIndex = -1
  screen.addEventListener('blur', () => screen.removeAttribute('tabindex'), { once: true })
  screen.focus()
}
