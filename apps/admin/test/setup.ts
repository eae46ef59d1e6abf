import { GlobalRegistrator } from "@happy-dom/global-registrator"

/** A document for tests of components; `matchMedia` and the observers are what the kit asks of a browser. */
export const openDocument = (): void => {
  if (GlobalRegistrator.isRegistered) return
  GlobalRegistrator.register({ url: "http://localhost/", width: 1280, height: 800 })
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
}

export const closeDocument = async (): Promise<void> => {
  if (GlobalRegistrator.isRegistered) await GlobalRegistrator.unregister()
}
