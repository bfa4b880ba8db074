import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startEvents } from './api/client.ts'
import { startDisplay } from './api/display.ts'
import { takeToken } from './api/token.ts'
import { App } from './app.tsx'
import { openWhatIsWanted } from './features/start/open-wanted.ts'
import { watchCopies } from './ui/forget-copies.ts'
import { askBeforeLeaving } from './ui/pending-form.ts'
import './styles/index.css'

takeToken()
startEvents()
watchCopies()
openWhatIsWanted()
askBeforeLeaving()
void startDisplay()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
