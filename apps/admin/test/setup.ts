import { GlobalRegistrator } from "@happy-dom/global-registrator"

/** A document for tests of components. */
export const openDocument = (): void => {
  if (GlobalRegistrator.isRegistered) return
  GlobalRegistrator.register({ url: "http://localhost/", width: 1280, height: 800 })
  // Texts that grow with what is typed listen for fonts, which this document has none of.
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true })
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
}

export const closeDocument = async (): Promise<void> => {
  if (!GlobalRegistrator.isRegistered) return
  await GlobalRegistrator.unregister()
  Reflect.deleteProperty(globalThis, "IS_REACT_ACT_ENVIRONMENT")
}
