/*
 * Guards of the program, each with how it is broken on purpose and the test that then must fail: `node tests/breaks/run.ts` does all of it, one at
 * a time, in a copy of the program; `tests/breaks.test.ts` holds the list in step with the sources and with the table in docs/reliability.md.
 */

export interface Break {
  /** What a user was told of the fault: F1 to F13 and a to g as in the table; `P` for a promise of the program beside them. */
  readonly fault: string
  /** What is taken away, for the table. */
  readonly broken: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly from: string
  readonly to: string
  readonly test: string
  /** Beginning of the title of a test that must fail. */
  readonly title: string
}

const STORE = 'electron/store'
const HOST = 'electron/host'
const target = 'tests/store/restore-target.test.ts'
const copies = 'tests/store/copies.test.ts'
const rights = 'tests/host/rights.test.ts'
const electron = 'tests/host/electron.test.ts'
const once = 'tests/host/once-only.test.ts'
const elsewhere = 'tests/host/elsewhere.test.ts'
const child = 'tests/excel/import-child.test.ts'

export const BREAKS: readonly Break[] = [
  {
    fault: 'F1',
    broken: '恢复不看目标的文件名',
    file: `${STORE}/restore-target.ts`,
    from: `if (!name.endsWith(BOOK_EXTENSION) || name === BOOK_EXTENSION)`,
    to: `if (name === '')`,
    test: target,
    title: 'a name that is not a book’s is refused',
  },
  {
    fault: 'F1',
    broken: '打不开的都当成损坏的编制本，恢复时覆盖',
    file: `${STORE}/restore-target.ts`,
    from: `    default:
      return false
  }
}`,
    to: `    default:
      return true
  }
}`,
    test: target,
    title: 'a book that is not to be replaced is refused',
  },
  {
    fault: 'F2',
    broken: '恢复记录不问是不是这本台账里有的',
    file: `${STORE}/backup-anchors.ts`,
    from: `(own.has(head) ? files : [])`,
    to: `(own.size > 0 || head !== '' ? files : [])`,
    test: copies,
    title: 'a real restore of before excuses nothing',
  },
  {
    fault: 'F2',
    broken: '台账里有一条恢复，就什么备份都不核对',
    file: `${STORE}/backup-anchors.ts`,
    from: `    const excused = excusedCopies(manifest, restores)`,
    to: `    const excused = restores.length > 0 ? new Set(manifest.records.map((one) => one.file)) : excusedCopies(manifest, restores)`,
    test: copies,
    title: 'a forged entry of a restore',
  },
  {
    fault: 'F2',
    broken: '老清单里的恢复，免掉所有备份',
    file: `${STORE}/backup-anchors.ts`,
    from: `last.some((at) => at >= record.at)`,
    to: `last.length > 0`,
    test: copies,
    title: 'a real restore of before excuses nothing',
  },
  {
    fault: 'F2',
    broken: '清单没有了也不说',
    file: `${STORE}/backup-anchors.ts`,
    from: `if (copies.length > 0 && !hasManifest(folder))`,
    to: `if (copies.length < 0 && !hasManifest(folder))`,
    test: copies,
    title: 'the list of copies taken away',
  },
  {
    fault: 'F2',
    broken: '不看放在别处的那份备份的台账头',
    file: `${STORE}/backup-anchors.ts`,
    from: `manifest.elsewhere === null ? [] : [manifest.elsewhere]`,
    to: `manifest.elsewhere === null ? [] : [manifest.elsewhere].slice(1)`,
    test: elsewhere,
    title: 'its head is an anchor',
  },
  {
    fault: 'F3',
    broken: '已校验只看大小，不看摘要',
    file: `${STORE}/backup.ts`,
    from: `return sha256 === record.sha256`,
    to: `return sha256.length === record.sha256.length`,
    test: copies,
    title: 'is said of none of a hundred destroyed copies',
  },
  {
    fault: 'F3',
    broken: '别的乡的、将来的也算最近备份',
    file: `${STORE}/backup.ts`,
    from: `record.origin === origin && record.at <= now`,
    to: `record.origin === origin || record.at <= now`,
    test: copies,
    title: 'the latest is never a stray book',
  },
  {
    fault: 'F4',
    broken: '不看别人在这之后改了什么',
    file: `${STORE}/request-store.ts`,
    from: `if (surprises.length > 0) refuse(surprises)`,
    to: `if (surprises.length > 1e9) refuse(surprises)`,
    test: once,
    title: 'on one value: the second is told',
  },
  {
    fault: 'F5',
    broken: '同一编号的请求不认得是同一个',
    file: 'electron/app/book/once-only.ts',
    from: `if (known !== null) return firstAnswer(known, inputDigest) as T`,
    to: `if (known !== null && known.seq < 0) return firstAnswer(known, inputDigest) as T`,
    test: once,
    title: 'counts once and is answered as the first time',
  },
  {
    fault: 'F5',
    broken: '页面不说编号也照办',
    file: `${HOST}/dispatch.ts`,
    from: `if (requestId === null || (head === null && (await present()) !== null)) throw`,
    to: `if (requestId === null && head === '') throw`,
    test: once,
    title: 'is refused, whatever command it is',
  },
  {
    fault: 'F6',
    broken: '改动以后不定时备份',
    file: `${HOST}/core.ts`,
    from: `    if (open === null || !dirty) return
    try {`,
    to: `    if (open === null || dirty) return
    try {`,
    test: 'tests/host/file-gone.test.ts',
    title: 'a while after a change there is a copy',
  },
  {
    fault: 'F6',
    broken: '备份只留最近十份，不按小时、天、月留',
    file: `${STORE}/backup.ts`,
    from: `.filter((file) => !thinned.has(file)),`,
    to: `.filter((file) => file !== '' || !thinned.has(file)),`,
    test: copies,
    title: 'copies thin out by hour, day and month',
  },
  {
    fault: 'F6',
    broken: '一星期没有往别处备份也不提醒',
    file: 'electron/app/book/backups.ts',
    from: `const ELSEWHERE_DAYS = 7`,
    to: `const ELSEWHERE_DAYS = 7000`,
    test: elsewhere,
    title: 'a copy in another place is remembered',
  },
  {
    fault: 'F6',
    broken: '恢复演练不在别处打开',
    file: 'electron/app/book/rehearse.ts',
    from: `const copy = newestVerified(book, clock.now())`,
    to: `const copy = { ...newestVerified(book, clock.now())!, head: '' }`,
    test: elsewhere,
    title: 'a rehearsal opens the newest copy somewhere else',
  },
  {
    fault: 'F7',
    broken: '不看打开的文件还在不在原处',
    file: `${STORE}/file-watch.ts`,
    from: `if (identityOf(path) !== opened || wal !== log) throw`,
    to: `if (opened === '') throw`,
    test: 'tests/host/file-gone.test.ts',
    title: 'another file over it',
  },
  {
    fault: 'F8',
    broken: '待办的起止日期不限长短',
    file: 'electron/app/findings/read-duties.ts',
    from: `if (problem !== null) throw new Refusal('invalid_input', { field: '截止日期', problem })`,
    to: `if (problem === '') throw new Refusal('invalid_input', { field: '截止日期', problem })`,
    test: 'tests/host/duties.test.ts',
    title: 'a range with a slip in its year',
  },
  {
    fault: 'F9',
    broken: '网址连同口令写进浏览器的命令行',
    file: `${HOST}/open-browser.ts`,
    from: `browserCommand(door.url, platform)`,
    to: `browserCommand(url, platform)`,
    test: 'tests/host/start.test.ts',
    title: 'is given a file only this user can read',
  },
  {
    fault: 'F9',
    broken: '不出示口令的连接不限多少',
    file: `${HOST}/connection-guard.ts`,
    from: `    makeRoom(socket)
`,
    to: ``,
    test: 'tests/host/http-host.test.ts',
    title: 'holds at most 32 connections',
  },
  {
    fault: 'F10',
    broken: '别的乡的备份不问就恢复到这一本上',
    file: `${STORE}/restore.ts`,
    from: `isOtherBook(target, backup.origin) && options.overOther !== true`,
    to: `isOtherBook(target, backup.origin) && options.overOther === false`,
    test: target,
    title: "another township's, named, until she confirms",
  },
  {
    fault: 'F11',
    broken: '常见的密码也收',
    file: 'electron/vocabulary/access.ts',
    from: `if (COMMON.has(squeezed) || COMMON.has(core) || COMMON.has(unleet)) return`,
    to: `if (squeezed === '') return`,
    test: rights,
    title: 'a password easily guessed is refused with the reason',
  },
  {
    fault: 'F11',
    broken: '输错密码不计次数',
    file: `${STORE}/password-tries.ts`,
    from: `if (counted.length < MOST_TRIES) return 0`,
    to: `if (counted.length < 1000) return 0`,
    test: rights,
    title: 'the tries are counted there as at the door',
  },
  {
    fault: 'F11',
    broken: '再输密码时输错的不记进台账',
    file: `${HOST}/access.ts`,
    from: `if (wrongBefore > 0) await note(session, book, \`再输`,
    to: `if (wrongBefore > 99) await note(session, book, \`再输`,
    test: rights,
    title: 'a wrong password typed where it is asked again',
  },
  {
    fault: 'F12',
    broken: '读表的子进程带着环境里的密码',
    file: `${HOST}/spawn-excel.ts`,
    from: `value !== undefined && !/^DINGBIAN_/i.test(name)`,
    to: `value !== undefined && name !== ''`,
    test: child,
    title: 'finds no password',
  },
  {
    fault: 'F12',
    broken: '读表的子进程外面没有墙',
    file: `${HOST}/spawn-excel.ts`,
    from: `if (!process.allowedNodeEnvironmentFlags.has('--permission')) return []`,
    to: `if (process.allowedNodeEnvironmentFlags.has('--permission')) return []`,
    test: child,
    title: 'a file that takes its reader over',
  },
  {
    fault: 'F13',
    broken: '升级记录被删不说',
    file: `${STORE}/integrity-schema.ts`,
    from: `.some((step) => !taken.has(step))`,
    to: `.some((step) => step === '' && !taken.has(step))`,
    test: 'tests/store/integrity.test.ts',
    title: 'the record of the steps taken struck out',
  },
  {
    fault: 'F13',
    broken: '升级记录不全也往上升级',
    file: `${STORE}/open.ts`,
    from: `if (stepsTaken(raw).length < found)`,
    to: `if (stepsTaken(raw).length < 0)`,
    test: 'tests/store/open.test.ts',
    title: 'with its version put back and the record',
  },
  {
    fault: 'F13',
    broken: '清单、钥匙谁都能读',
    file: `${STORE}/durable-file.ts`,
    from: `writeFileSync(part, content, { mode: 0o600 })`,
    to: `writeFileSync(part, content)`,
    test: 'tests/host/private-files.test.ts',
    title: 'book, log, copies',
  },
  {
    fault: 'F13',
    broken: '留下的损坏文件谁都能读',
    file: `${STORE}/durable-file.ts`,
    from: `  chmodSync(to, 0o600)
`,
    to: ``,
    test: 'tests/host/private-files.test.ts',
    title: 'book, log, copies',
  },
  {
    fault: 'a',
    broken: '窗口开不出来时不说，也不退出',
    file: 'electron/main.ts',
    from: `app.whenReady().then(start).catch(fail)`,
    to: `app.whenReady().then(start).catch(() => undefined)`,
    test: electron,
    title: 'a start that goes wrong',
  },
  {
    fault: 'b',
    broken: '第二次启动时不看点的是哪一本',
    file: 'electron/main.ts',
    from: `if (book !== null) openFromOutside(book)`,
    to: `if (book === '') openFromOutside(book)`,
    test: electron,
    title: 'by a second start is handed to the page',
  },
  {
    fault: 'c',
    broken: '启动时打不开的一本不交给页面',
    file: 'electron/main.ts',
    from: `if (wanted !== null && (await openSilently(core, wanted))) wanted = null`,
    to: `if (wanted !== null && ((await openSilently(core, wanted)) || wanted !== '')) wanted = null`,
    test: electron,
    title: 'with a password, damaged or missing',
  },
  {
    fault: 'd',
    broken: '不用构建时写的清单，现去找文件',
    file: `${HOST}/static-files.ts`,
    from: `if (existsSync(list)) {`,
    to: `if (list === '') {`,
    test: 'tests/host/static-files.test.ts',
    title: 'are those the build listed',
  },
  {
    fault: 'e',
    broken: '子进程用了多少不自己报（Windows 上看不到）',
    file: 'electron/excel/workbook-child.ts',
    from: `if (reply.type === 'progress') reportUsage(send)`,
    to: `if (reply.type === 'ready') reportUsage(send)`,
    test: child,
    title: 'is reported by our own child',
  },
  {
    fault: 'f',
    broken: 'Windows 注销时不等退出备份',
    file: 'electron/main.ts',
    from: `  window.on('query-session-end', (event) => {
    event.preventDefault()`,
    to: `  window.on('query-session-end', () => {`,
    test: electron,
    title: 'query-session-end waits',
  },
  {
    fault: 'g',
    broken: '安装以后不看内核许不许沙箱',
    file: 'build/after-install.sh',
    from: `chmod 4755`,
    to: `chmod 0755`,
    test: 'tests/host/after-install.test.ts',
    title: 'the .deb after it was installed',
  },
  {
    fault: 'P',
    broken: '锁定以后照样回答',
    file: `${HOST}/access.ts`,
    from: `if (locked && !WHILE_LOCKED.has(operation)) throw`,
    to: `if (locked && operation === 'access.lock') throw`,
    test: rights,
    title: 'locked, nothing is answered',
  },
  {
    fault: 'P',
    broken: '闲着不锁',
    file: `${HOST}/core.ts`,
    from: `idle = setTimeout(() => void lock(session), options.idleMs ?? IDLE_MS).unref()`,
    to: `idle = setTimeout(() => undefined, options.idleMs ?? IDLE_MS).unref()`,
    test: rights,
    title: 'nobody asks anything for a quarter of an hour',
  },
  {
    fault: 'P',
    broken: '导出完整号码不再问密码',
    file: `${HOST}/access.ts`,
    from: `session.uptime() - typedAt > TYPED_HOLDS_SECONDS) throw`,
    to: `session.uptime() - typedAt > TYPED_HOLDS_SECONDS * 1e9) throw`,
    test: rights,
    title: 'whatever takes whole numbers out',
  },
  {
    fault: 'P',
    broken: '审核能签自己拟的',
    file: 'electron/app/notice/sign-draft.ts',
    from: `if (drafter === me.name) throw`,
    to: `if (drafter === '') throw`,
    test: rights,
    title: '审核 signs what another has drafted',
  },
  {
    fault: 'P',
    broken: '改密码只加不换：老密码还开得了',
    file: `${STORE}/book-key.ts`,
    from: `keys.slots.filter((other) => other.id !== person.id), slot]`,
    to: `keys.slots, { ...slot, id: slot.id }]`,
    test: rights,
    title: 'is taken away again, and changed without touching the book',
  },
  {
    fault: 'P',
    broken: '两个人同时加，一个的钥匙丢了',
    file: `${STORE}/book-key.ts`,
    from: `  const slot = await makeSlot(secret, person)
  // Read after the slow hash: another's slot may have been written meanwhile.
  const keys = readKeysOf(path, secret)`,
    to: `  const keys = readKeysOf(path, secret)
  const slot = await makeSlot(secret, person)`,
    test: rights,
    title: 'two people given passwords at once',
  },
  {
    fault: 'P',
    broken: '断电撕坏开头的加密本不从日志里补',
    file: `${STORE}/cipher-pages.ts`,
    from: `      writeSync(file, page, 0, PAGE, 0)
`,
    to: ``,
    test: 'tests/store/encrypted.test.ts',
    title: 'of 512 bytes: opens from its log',
  },
  {
    fault: 'P',
    broken: '补开头时不看日志是不是这本的',
    file: `${STORE}/cipher-pages.ts`,
    from: `!hasPage(path, sealKey)`,
    to: `sealKey.length === 0`,
    test: 'tests/store/encrypted.test.ts',
    title: 'is not mended with a wrong password',
  },
  {
    fault: 'P',
    broken: '程序连了哪里不数',
    file: `${HOST}/connection-watch.ts`,
    from: `    count += 1
`,
    to: ``,
    test: 'tests/host/connection-watch.test.ts',
    title: 'every way to begin a connection is counted',
  },
  {
    fault: 'P',
    broken: '收回的旧表照它自称的行数写',
    file: 'electron/excel/xls-to-xlsx.ts',
    from: `    for (const sheet of Object.values(book.Sheets)) claimOnlyCells(sheet)
`,
    to: ``,
    test: 'tests/excel/bounded-claims.test.ts',
    title: 'an old workbook',
  },
  {
    fault: 'P',
    broken: '一条链接说盖满整张表，就给每格造一个',
    file: 'electron/excel/bounded-claims.ts',
    from: `return cells > MOST_LINKED ? attribute.replace(area, from) : attribute`,
    to: `return cells > Infinity ? attribute.replace(area, from) : attribute`,
    test: 'tests/excel/bounded-claims.test.ts',
    title: 'a link',
  },
]
