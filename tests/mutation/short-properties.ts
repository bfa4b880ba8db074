import * as fc from 'fast-check'

/* A property stops after a fraction of a second: a few draws notice a change, hundreds would face every mutant anew. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 250 })
