import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const target = process.env["PHAKHI_API"] ?? "http://127.0.0.1:3000"

// The server takes requests of its own pages alone.
const api = { target, headers: { origin: target } }

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    target: "es2024",
    // The content security policy allows no fonts or scripts from data: or inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false }
  },
  server: { proxy: { "/v1": api, "/api": api, "/openapi.json": api, "/docs": api } }
})
