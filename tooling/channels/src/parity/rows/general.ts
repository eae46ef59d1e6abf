import { baht, text } from "../../journeys/Cast.ts"
import { budgetYear } from "../../journeys/Days.ts"
import { fileLimit } from "../../World.ts"
import { off, on, type Rows } from "../Row.ts"

const mission = { title: text("ภารกิจ"), purpose: "ทดลอง", provinces: ["12"], routine: false }
const nobody = "018f0000-0000-4000-8000-000000000000"
/** Of files alone: the library takes none by itself. */
export const fromTheStore = "a file comes to the library through the store's port, whose error it is"
const line = (more: object) => `${JSON.stringify({ id: "line-1", input: mission, ...more })}\n`

export const generalRows = {
  InputMalformed: [
    {
      says: "an unknown field is refused",
      stage: "nothing",
      rule: "SEC-2",
      except: { admin: "a form has only the fields that there are" },
      malformed: true,
      ask: off("officer", "missions.register", { ...mission, colour: "red" })
    },
    {
      says: "an amount that is not exact to the satang is refused",
      stage: "nothing",
      rule: "SEC-2",
      malformed: true,
      ask: off("finance", "sources.register", {
        kind: "state-budget",
        title: text("งบ"),
        fiscalYear: budgetYear,
        amount: baht("100.005")
      })
    },
    {
      says: "everything that is missing is named",
      stage: "nothing",
      rule: "SEC-2",
      malformed: true,
      ask: off("officer", "missions.register", {})
    }
  ],
  OperationUnknown: [
    {
      says: "an operation that there is not is refused",
      stage: "nothing",
      rule: "SEC-1",
      except: { admin: "no screen takes a file of operations" },
      ask: ({ officer }) => ({ person: officer, replay: line({ op: "missions.fly" }) })
    }
  ],
  RecordNotFound: [
    {
      says: "a record that does not exist is not found",
      stage: "nothing",
      rule: "SEC-1",
      ask: off("officer", "missions.begin-review", {}, { id: nobody })
    },
    {
      says: "another agency's mission answers as an unknown one",
      stage: "a mission",
      rule: "SEC-1",
      ask: on("stranger", "missions.begin-review")
    }
  ],
  NotSignedIn: [
    {
      says: "nobody acts without a name",
      stage: "nothing",
      rule: "SEC-1",
      except: { admin: "whoever is not signed in is led to the sign-in" },
      ask: off(null, "missions.register", mission)
    }
  ],
  NotPermitted: [
    {
      says: "an officer does not sign",
      stage: "drafted",
      rule: "SEC-1",
      except: { admin: "what one's roles never allow is not shown" },
      ask: on("officer", "agreements.sign")
    },
    {
      says: "a partner does not register missions",
      stage: "nothing",
      rule: "SEC-1",
      ask: off("editor", "missions.register", mission)
    }
  ],
  ReplayNotPermitted: [
    {
      says: "nobody acts in another's name in a store that is in use",
      stage: "nothing",
      rule: "SEC-1",
      except: { admin: "no screen takes a file of operations" },
      ask: ({ administrator, officer }) => ({
        person: administrator,
        replay: line({ op: "missions.register", as: officer.actor.account })
      })
    }
  ],
  KeyScopeMissing: [
    {
      says: "a key does only what its scopes name",
      stage: "a mission",
      rule: "SEC-1",
      byKey: true,
      except: { admin: "no screen acts by a key", library: "a key has been looked at before the library is asked" },
      ask: on("narrow", "missions.begin-review")
    }
  ],
  VersionMissing: [
    {
      says: "a change says which version it has seen",
      stage: "a mission",
      rule: "SEC-2",
      except: { admin: "a form always says which version it has seen" },
      ask: on("officer", "missions.begin-review", {}, { seen: "unseen" })
    }
  ],
  VersionStale: [
    {
      says: "a change of an older version is refused",
      stage: "a mission",
      rule: "SEC-2",
      ask: on("officer", "missions.begin-review", {}, { seen: 1 })
    }
  ],
  KeyReused: [
    {
      says: "a key stands for one request",
      stage: "a mission registered with a key",
      rule: "SEC-2",
      except: { admin: "a form makes a key of its own for each sending" },
      ask: off("officer", "missions.register", { ...mission, routine: true }, { key: "once-and-for-all" })
    }
  ],
  KeyInFlight: [
    {
      says: "a twin of a request under way is told so",
      stage: "nothing",
      rule: "SEC-2",
      busy: true,
      except: {
        admin: "a form sends one request at a time",
        library: "twins are told apart where requests arrive; below, the store keeps a key from happening twice",
        cli: "each command is a process of its own; the store keeps a key from happening twice"
      },
      ask: ({ officer }) => ({
        twins: { person: officer, operation: "missions.register", input: mission, key: "twins" }
      })
    }
  ],
  StoreBusy: [
    {
      says: "a store that does not answer in time refuses, and nothing is stored",
      stage: "a mission",
      rule: "SEC-2",
      busy: true,
      ask: on("officer", "missions.begin-review")
    }
  ],
  BodyTooLarge: [
    {
      says: "a file above the limit is refused",
      stage: "started",
      rule: "SEC-2",
      except: { library: fromTheStore },
      ask: ({ officer }, { id }) => ({ person: officer, on: id, put: new Uint8Array(fileLimit + 1).fill(65) })
    }
  ],
  FileTypeRefused: [
    {
      says: "a file of another kind is refused, whatever its name",
      stage: "started",
      rule: "SEC-2",
      except: { library: fromTheStore },
      ask: ({ officer }, { id }) => ({ person: officer, on: id, put: new TextEncoder().encode("GIF89a\u0001\u0000") })
    }
  ],
  UploadsSpent: [
    {
      says: "nobody uploads without end in one day",
      stage: "started, where somebody has uploaded as much as one may in a day",
      rule: "SEC-2",
      except: { library: fromTheStore },
      ask: ({ dual }, { id }) => ({ person: dual, on: id, put: new TextEncoder().encode("อีกไฟล์หนึ่ง") })
    }
  ],
  UploadsWaiting: [
    {
      says: "an organisation attaches what it has uploaded before it uploads more",
      stage: "started, where another agency attaches none of its uploads",
      rule: "SEC-2",
      except: { library: fromTheStore, admin: "its people see no form of this record" },
      ask: ({ stranger }, { id }) => ({ person: stranger, on: id, put: new TextEncoder().encode("อีกไฟล์หนึ่ง") })
    }
  ],
  FileDamaged: [
    {
      says: "a file that somebody has changed in the folder is not served",
      stage: "nothing",
      rule: "SEC-4",
      heldBy: "tooling/channels/test/evidence.test.ts",
      ask: ({ officer }, { id }) => ({ person: officer, on: id, put: new Uint8Array() })
    }
  ]
} as const satisfies Record<string, Rows>
