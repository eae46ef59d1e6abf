import { text } from "../kernel/LocalizedText.ts"
import { Answers, type Choice, type Question, type QuestionId, type Weighing } from "./Answers.ts"

const weigh = (points: number, th: string, en: string): Weighing => ({ points, reason: text(th, en) })

/**
 * MOD-1 as a decision table.
 *
 * The questions are the handbook's. It names no answers and no points: the answers and reasons follow its table of the
 * three models, the points are the project's own: 3 for what defines a model, 2 for a strong reason, 1 for a weak one.
 */
export const questions: { readonly [Id in QuestionId]: Question<Id> } = {
  nature: {
    rule: "MOD-1a",
    label: text("ลักษณะของภารกิจ", "Nature of the mission"),
    choices: {
      project: {
        label: text(
          "โครงการ เช่น งานวิชาการ ฐานข้อมูล การสำรวจ การฝึกอบรม",
          "A project, such as research, a database, a survey or training"
        ),
        weighs: {
          grant: weigh(
            3,
            "เงินอุดหนุนเหมาะกับโครงการ งานวิชาการ ฐานข้อมูล และการฝึกอบรม",
            "A grant suits projects, academic work, databases and training"
          ),
          contracting: weigh(
            -1,
            "สัญญาข้อตกลงออกแบบมาสำหรับบริการ มิใช่โครงการครั้งเดียว",
            "A performance contract is made for a service, not for a single project"
          ),
          commissioning: weigh(
            -2,
            "โครงการเดียวไม่คุ้มกับการตั้งองค์กรกลางร่วม",
            "A single project does not warrant a joint central body"
          )
        }
      },
      service: {
        label: text(
          "บริการแก่กลุ่มเป้าหมาย เช่น การดูแลเด็กเล็ก การฟื้นฟู",
          "A service to a target group, such as childcare or rehabilitation"
        ),
        weighs: {
          grant: weigh(
            -2,
            "เงินอุดหนุนเป็นการจัดทำโครงการร่วมกัน มิใช่การจัดบริการประจำ",
            "A grant is project-based cooperation, not the running of a service"
          ),
          contracting: weigh(
            3,
            "สัญญาข้อตกลงคือความร่วมมือบนฐานของการจัดทำบริการสาธารณะร่วมกัน",
            "Performance contracting is service-based cooperation"
          )
        }
      },
      "new-mission": {
        label: text("ภารกิจใหม่ที่ยังขาดประสบการณ์และบทเรียน", "A new mission without experience or lessons yet"),
        weighs: {
          contracting: weigh(
            2,
            "สัญญาข้อตกลงเหมาะกับภารกิจใหม่ เพื่อขยายผลต่อไปในอนาคตโดยไม่กระทบต่อการดำเนินงานหลัก",
            "A performance contract suits a new mission, to be extended later without harm to the main work"
          ),
          commissioning: weigh(
            -1,
            "สัญญาร่วมอาศัยความไว้วางใจและความใกล้ชิดจากการทำงานร่วมกันมาก่อน",
            "Commissioning rests on trust and closeness from having worked together"
          )
        }
      },
      managerial: {
        label: text("การบริหารหลายภารกิจในพื้นที่ภายใต้นโยบายเดียวกัน", "Managing several missions in an area under one policy"),
        weighs: {
          grant: weigh(-2, "เงินอุดหนุนครอบคลุมภารกิจที่กำหนดไว้เพียงเรื่องเดียว", "A grant covers one defined mission"),
          contracting: weigh(
            -1,
            "สัญญาข้อตกลงครอบคลุมบริการรายเรื่อง มิใช่การบริหารหลายภารกิจ",
            "A performance contract covers single services, not the management of several missions"
          ),
          commissioning: weigh(
            3,
            "สัญญาร่วมเหมาะกับหลายภารกิจในพื้นที่ภายใต้นโยบายเดียวกัน",
            "Commissioning suits several missions in an area under one policy"
          )
        }
      }
    }
  },
  timeFrame: {
    rule: "MOD-1b",
    label: text("ขอบเขตและกรอบระยะเวลาในการดำเนินงาน", "Scope and time frame of the work"),
    choices: {
      bounded: {
        label: text("มีขอบเขตและวันสิ้นสุดชัดเจน มิใช่งานประจำ", "Clear scope and end; not routine"),
        weighs: {
          grant: weigh(
            2,
            "เงินอุดหนุนใช้กับงานที่มีกรอบเวลาชัดเจนและมิใช่งานประจำ",
            "A grant is for work that is bounded in time and not routine"
          ),
          commissioning: weigh(-2, "สัญญาร่วมเป็นหุ้นส่วนระยะยาว", "Commissioning is a long-term partnership")
        }
      },
      continuing: {
        label: text("บริการต่อเนื่องที่ต่ออายุเป็นรอบ", "A continuing service, renewed by term"),
        weighs: {
          grant: weigh(-2, "เงินอุดหนุนไม่เหมาะกับงานต่อเนื่องหรืองานประจำ", "A grant does not suit continuing or routine work"),
          contracting: weigh(
            2,
            "สัญญาข้อตกลงใช้กับบริการต่อเนื่องและต่ออายุได้",
            "A performance contract is for a continuing service and can be renewed"
          )
        }
      },
      "long-term": {
        label: text("ระยะยาวภายใต้นโยบายหรือยุทธศาสตร์", "Long term, under a policy or strategy"),
        weighs: {
          grant: weigh(-2, "เงินอุดหนุนมีกรอบเวลาจำกัด", "A grant is bounded in time"),
          contracting: weigh(
            -1,
            "สัญญาข้อตกลงมีกำหนดระยะเวลา ต้องต่ออายุหลายครั้ง",
            "A performance contract has a bounded term and would need many renewals"
          ),
          commissioning: weigh(
            2,
            "สัญญาร่วมเป็นงานระยะยาวภายใต้นโยบายหรือยุทธศาสตร์",
            "Commissioning is long term, under a policy or strategy"
          )
        }
      }
    }
  },
  resources: {
    rule: "MOD-1c",
    label: text("ความพร้อมด้านทรัพยากรและงบประมาณ", "Readiness of resources and budget"),
    choices: {
      "owner-subsidy": {
        label: text("ผู้มอบภารกิจมีเงินอุดหนุนให้ภาคีดำเนินการ", "The owner has a subsidy for the partner's work"),
        weighs: {
          grant: weigh(2, "มีเงินอุดหนุนจากผู้มอบภารกิจพร้อมแล้ว", "The owner's subsidy is there"),
          commissioning: weigh(-1, "ยังไม่มีทรัพยากรที่แต่ละฝ่ายร่วมสมทบ", "No pooled resources yet")
        }
      },
      "owner-budget": {
        label: text(
          "ผู้มอบภารกิจมีงบประมาณสำหรับบริการ แต่ขีดความสามารถจำกัด",
          "The owner has a budget for the service but is short of capacity"
        ),
        weighs: {
          contracting: weigh(
            2,
            "มีงบประมาณจ่ายเป็นงวด และภาคส่วนอื่นให้บริการได้ดีกว่า",
            "There is a budget to pay in tranches, and others can serve better"
          ),
          commissioning: weigh(-1, "ยังไม่มีทรัพยากรที่แต่ละฝ่ายร่วมสมทบ", "No pooled resources yet")
        }
      },
      pooled: {
        label: text("แต่ละฝ่ายร่วมสมทบทรัพยากร บุคลากร และงบประมาณ", "Each side brings resources, people and money"),
        weighs: {
          grant: weigh(-1, "เงินอุดหนุนมาจากผู้มอบภารกิจฝ่ายเดียว", "A grant comes from the owner alone"),
          contracting: weigh(
            -1,
            "สัญญาข้อตกลงจ่ายจากงบประมาณของผู้มอบภารกิจ",
            "A performance contract is paid from the owner's budget"
          ),
          commissioning: weigh(2, "สัญญาร่วมอาศัยทรัพยากรที่แต่ละฝ่ายสมทบ", "Commissioning rests on pooled resources")
        }
      }
    }
  },
  wish: {
    rule: "MOD-1d",
    label: text("ความต้องการของฝ่ายบริหารและเจ้าหน้าที่", "What executives and staff want"),
    choices: {
      "flexible-support": {
        label: text("สนับสนุนภาคีอย่างยืดหยุ่น", "To support the partner flexibly"),
        weighs: {
          grant: weigh(2, "เงินอุดหนุนยืดหยุ่นกว่าการทำงานปกติ", "A grant is more flexible than normal work"),
          contracting: weigh(-1, "ข้อกำหนดในสัญญาข้อตกลงคงที่", "The terms of a performance contract are fixed")
        }
      },
      "paid-by-results": {
        label: text("มอบบริการและจ่ายเงินตามผลงาน", "To entrust the service and pay by its results"),
        weighs: {
          contracting: weigh(
            2,
            "สัญญาข้อตกลงจ่ายเป็นงวดตามผลการประเมิน",
            "A performance contract pays in tranches tied to evaluation"
          )
        }
      },
      "shared-management": {
        label: text("บริหารร่วมกันทุกขั้นตอน", "To manage together at every stage"),
        weighs: {
          grant: weigh(-1, "ในรูปแบบเงินอุดหนุน ผู้รับมอบเป็นผู้ดำเนินการ", "Under a grant the recipient carries out the work"),
          contracting: weigh(
            -1,
            "ในสัญญาข้อตกลง ผู้รับมอบเป็นผู้ให้บริการตามสัญญาที่คงที่",
            "Under a performance contract the recipient serves on fixed terms"
          ),
          commissioning: weigh(2, "สัญญาร่วมออกแบบร่วมกันทุกขั้นตอน", "Commissioning is designed together at every stage")
        }
      },
      undecided: {
        label: text("ยังไม่ได้กำหนด", "Not decided yet"),
        weighs: {
          commissioning: weigh(
            -1,
            "โครงสร้างร่วมที่เป็นทางการต้องอาศัยเจตนารมณ์ที่ชัดเจนของฝ่ายบริหาร",
            "A formal joint structure needs a clear intent of executives"
          )
        }
      }
    }
  },
  readiness: {
    rule: "MOD-1e",
    label: text("ความพร้อมของภาคส่วนอื่นที่จะเป็นผู้รับมอบ", "Readiness of others to be the recipient"),
    choices: {
      low: {
        label: text("ยังไม่พร้อม ต้องเสริมสร้างศักยภาพก่อน", "Not ready; capacity has to be built first"),
        weighs: {
          grant: weigh(
            1,
            "ในรูปแบบเงินอุดหนุน ผู้มอบช่วยเสริมสร้างศักยภาพได้ (GRA-3)",
            "Under a grant the owner may build the recipient's capacity (GRA-3)"
          ),
          contracting: weigh(-2, "ผู้รับมอบยังไม่พร้อมรับข้อผูกพันด้านผลงาน", "The recipient is not ready to be bound to results"),
          commissioning: weigh(
            -2,
            "ผู้รับมอบยังไม่พร้อมร่วมบริหารและสมทบทรัพยากร",
            "The recipient is not ready to share management and resources"
          )
        }
      },
      medium: {
        label: text("พร้อมบางส่วน", "Partly ready"),
        weighs: {
          grant: weigh(
            1,
            "ในรูปแบบเงินอุดหนุน ผู้มอบช่วยเสริมสร้างศักยภาพได้ (GRA-3)",
            "Under a grant the owner may build the recipient's capacity (GRA-3)"
          ),
          commissioning: weigh(
            -1,
            "การร่วมบริหารต้องอาศัยผู้รับมอบที่พร้อมเต็มที่",
            "Shared management needs a fully ready recipient"
          )
        }
      },
      high: {
        label: text("มีผู้รับมอบที่พร้อมและเชี่ยวชาญ", "One recipient is ready and expert"),
        weighs: {
          contracting: weigh(
            2,
            "มีผู้รับมอบที่ให้บริการได้ดีกว่าและพร้อมรับการวัดผล",
            "A recipient can serve better and is ready to be measured"
          ),
          commissioning: weigh(1, "ผู้รับมอบพร้อมร่วมบริหาร", "The recipient is ready to share management")
        }
      },
      several: {
        label: text("มีภาคีที่พร้อมหลายราย", "Several partners are ready"),
        weighs: {
          contracting: weigh(
            1,
            "มีผู้ยื่นข้อเสนอหลายราย จึงคัดเลือกด้วยการแข่งขันได้",
            "Several can propose, so that selection is by competition"
          ),
          commissioning: weigh(2, "มีภาคีหลายรายที่ร่วมเป็นองค์กรกลางได้", "Several partners can form the joint body")
        }
      }
    }
  },
  relation: {
    rule: "MOD-1f",
    label: text("ความสัมพันธ์ระหว่างผู้มอบและผู้รับมอบภารกิจ", "Relation between owner and recipient"),
    choices: {
      new: {
        label: text("ยังไม่เคยร่วมงานกัน", "They have not worked together yet"),
        weighs: {
          grant: weigh(1, "เงินอุดหนุนเป็นจุดเริ่มต้นที่ผูกพันน้อย", "A grant is a beginning with few ties"),
          commissioning: weigh(
            -2,
            "สัญญาร่วมระยะยาวต้องอาศัยความไว้วางใจที่มีมาก่อน",
            "A long-term joint contract rests on trust that is already there"
          )
        }
      },
      established: {
        label: text("เคยร่วมงานกันแล้ว", "They have worked together"),
        weighs: {
          contracting: weigh(
            1,
            "รู้ผลงานของกันและกันพอที่จะตกลงเป้าหมายร่วม",
            "Each knows the other's work well enough to agree on joint goals"
          )
        }
      },
      "long-term-trust": {
        label: text("ไว้วางใจกันมายาวนาน", "Long-standing trust"),
        weighs: {
          commissioning: weigh(
            2,
            "ความไว้วางใจระยะยาวรองรับการบริหารร่วมกัน",
            "Long-standing trust carries shared management"
          )
        }
      }
    }
  }
}

/** The answers that a question offers, in their order. */
export const choiceIds = (id: QuestionId): ReadonlyArray<Answers[QuestionId]> => Answers.fields[id].literals

export const choiceOf = <Id extends QuestionId>(id: Id, answer: Answers[Id]): Choice => {
  const { choices }: Question<Id> = questions[id]
  return choices[answer]
}
