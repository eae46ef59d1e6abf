import { connect } from "node:net"

export interface Reading {
  readonly path: string
  readonly clients: number
  readonly authorization: string
}

const endOfHeaders = "\r\n\r\n"

/** The length of the first whole answer in a text of one byte per character, or undefined while it is incomplete. */
const wholeAnswer = (text: string): number | undefined => {
  const end = text.indexOf(endOfHeaders)
  if (end === -1) return undefined
  const length = /^content-length: (\d+)$/im.exec(text.slice(0, end))?.[1]
  const whole = end + endOfHeaders.length + Number(length ?? 0)
  return text.length >= whole ? whole : undefined
}

/**
 * Clients that ask again and again on a connection of their own until the server closes it. Broken is an answer that
 * was begun and not ended; a request that the server had not begun to read may meet a closed door.
 */
export const answeredUntilClosed = async (port: number, { authorization, clients, path }: Reading) => {
  const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${authorization}\r\n\r\n`
  const client = () =>
    new Promise<{ readonly answered: number; readonly broken: boolean }>((resolve) => {
      let answered = 0
      let text = ""
      const socket = connect(port, "127.0.0.1", () => socket.write(request))
      socket.on("data", (chunk) => {
        text += chunk.toString("latin1")
        const whole = wholeAnswer(text)
        if (whole === undefined) return
        const closes = /^connection: close$/im.test(text.slice(0, whole))
        text = text.slice(whole)
        answered++
        if (!closes) socket.write(request)
      })
      socket.on("error", () => undefined)
      socket.on("close", () => resolve({ answered, broken: text !== "" }))
    })
  const results = await Promise.all(Array.from({ length: clients }, client))
  return {
    answered: results.reduce((sum, { answered }) => sum + answered, 0),
    broken: results.filter(({ broken }) => broken).length
  }
}

export interface Closed {
  readonly text: string
  readonly millis: number
}

/** Sends these bytes, then one more byte at a time so often, and waits until the other side closes. */
export const dawdle = (port: number, bytes: string, everyMillis: number): Promise<Closed> =>
  new Promise((resolve) => {
    const began = performance.now()
    let text = ""
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes))
    const slowly = setInterval(() => socket.writable && socket.write("x"), everyMillis)
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1")
    })
    socket.on("error", () => undefined)
    socket.on("close", () => {
      clearInterval(slowly)
      resolve({ text, millis: performance.now() - began })
    })
  })

/** Sends a body of so many bytes as fast as the other side takes it, until it has all gone or the door is shut. */
export const pour = (port: number, headers: string, size: number): Promise<Closed & { readonly sent: number }> =>
  new Promise((resolve) => {
    const began = performance.now()
    const chunk = Buffer.alloc(64 * 1024, "x")
    let text = ""
    let sent = 0
    const more = () => {
      while (sent < size && socket.writable) {
        sent += chunk.byteLength
        if (!socket.write(chunk)) return
      }
    }
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(headers)
      more()
    })
    let answeredAfter = 0
    socket.on("drain", more)
    socket.on("data", (received) => {
      if (text === "") answeredAfter = performance.now() - began
      text += received.toString("latin1")
    })
    socket.on("error", () => undefined)
    socket.on("close", () => resolve({ text, sent, millis: answeredAfter }))
  })
