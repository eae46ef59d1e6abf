import { Schema } from "effect"
import { LocalizedText, text } from "../kernel/LocalizedText.ts"
import { RuleId } from "../rules/Catalogue.ts"

/** The three models, from the lightest instrument to the heaviest. */
export const ModelId = Schema.Literals(["grant", "contracting", "commissioning"]).annotate({ identifier: "ModelId" })
export type ModelId = typeof ModelId.Type

/** A model as the handbook's table describes it: one field per row. */
export const Model = Schema.Struct({
  id: ModelId,
  rule: RuleId,
  name: LocalizedText,
  cooperation: LocalizedText,
  essence: LocalizedText,
  time: LocalizedText,
  suitedTo: LocalizedText,
  examples: Schema.Array(LocalizedText),
  flexibility: LocalizedText,
  instrument: LocalizedText,
  money: LocalizedText
}).annotate({ identifier: "Model" })
export type Model = typeof Model.Type

export const models: { readonly [Id in ModelId]: Model & { readonly id: Id } } = {
  grant: {
    id: "grant",
    rule: "MOD-G",
    name: text("รูปแบบการให้เงินอุดหนุน", "Grant"),
    cooperation: text("ความร่วมมือแบบรายโครงการ (Project-based Cooperation)", "Project-based Cooperation"),
    essence: text("ผู้มอบภารกิจให้เงินอุดหนุนแก่ภารกิจที่กำหนดร่วมกัน", "Subsidy from the owner for a jointly defined mission"),
    time: text("มีกรอบเวลาชัดเจน และมิใช่งานประจำของผู้มอบภารกิจ", "Clear and bounded; not the owner's routine"),
    suitedTo: text(
      "การพัฒนาระบบงานและบุคลากร งานวิชาการและวิจัย ฐานข้อมูล การสำรวจ รายงานสถานการณ์ และการฝึกอบรม",
      "Work systems, staff, academic work and research, databases, surveys, situation reports, training"
    ),
    examples: [
      text("การประเมินสภาพปัญหาและความต้องการของเด็ก", "Assessing children's problems and needs"),
      text("การจัดทำฐานข้อมูลเพื่อคุ้มครองผู้สูงอายุ", "A database to protect older people")
    ],
    flexibility: text("ยืดหยุ่นกว่าการทำงานปกติ", "Higher than in normal work"),
    instrument: text(
      "อาจใช้บันทึกข้อตกลงความร่วมมือ (MOU) หรือคณะกรรมการร่วมเฉพาะภารกิจ",
      "There may be an MOU, or a joint committee for the task"
    ),
    money: text("เงินอุดหนุน ซึ่งเพิ่ม เปลี่ยน หรือผ่อนปรนเงื่อนไขได้", "A grant whose conditions may be added, changed and relaxed")
  },
  contracting: {
    id: "contracting",
    rule: "MOD-P",
    name: text("รูปแบบการทำสัญญาข้อตกลง", "Performance-based Contracting"),
    cooperation: text("ความร่วมมือแบบรายบริการ (Service-based Cooperation)", "Service-based Cooperation"),
    essence: text(
      "ให้งบประมาณเพื่อจัดบริการภายในระยะเวลาและกลุ่มเป้าหมายที่กำหนด โดยวัดผลตามเป้าหมายร่วม",
      "A budget for a service within a period and a target group, against joint goals"
    ),
    time: text(
      "บริการต่อเนื่อง มีกำหนดระยะเวลาและต่ออายุได้ เป็นงานประจำหรือภารกิจใหม่ที่ไม่เคยมีมาก่อนก็ได้",
      "A continuing service for a bounded, renewable term; routine work, or a new mission without precedent"
    ),
    suitedTo: text(
      "งานที่ผู้มอบภารกิจมีขีดความสามารถจำกัดและภาคส่วนอื่นให้บริการได้ดีกว่า โดยไม่กระทบต่อภารกิจหลักของผู้มอบภารกิจ",
      "Where the owner is short of capacity and others can serve better, without harm to the owner's main work"
    ),
    examples: [
      text("สถานสงเคราะห์เด็กและเยาวชน", "Child and juvenile homes"),
      text("การดูแลเด็กเล็ก", "Childcare"),
      text("บ้านพักพิงและการฟื้นฟู", "Shelters and rehabilitation"),
      text("โรงเรียนและหลักสูตรสำหรับผู้มีภาวะออทิซึม", "Autism schools and curricula"),
      text("การรับเรื่องร้องเรียนของผู้บริโภค", "Consumer complaints")
    ],
    flexibility: text(
      "สัญญาคงที่ ส่วนรายละเอียดของบริการอยู่ในข้อตกลงระดับการให้บริการ (SLA)",
      "The contract is fixed, service detail is in service-level agreements"
    ),
    instrument: text(
      "สัญญาหรือข้อตกลง อาจมีคณะกรรมการร่วมเฉพาะภารกิจ และอาจมีการประกันรายได้ขั้นต่ำและปริมาณงาน",
      "Contract or agreement; there may be a joint committee for the task, and a guaranteed minimum income and volume"
    ),
    money: text("แบ่งจ่ายเป็นงวดตามผลการประเมิน", "Tranches tied to evaluation")
  },
  commissioning: {
    id: "commissioning",
    rule: "MOD-C",
    name: text("รูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม", "Commissioning"),
    cooperation: text("ความร่วมมือแบบบริหารจัดการ (Managerial-based Commissioning)", "Managerial-based Commissioning"),
    essence: text(
      "หุ้นส่วนระยะยาวที่แต่ละฝ่ายร่วมสมทบทรัพยากร บุคลากร และงบประมาณ ภายใต้โครงสร้างที่เป็นทางการและสัญญาร่วม",
      "Long-term partnership; each side brings resources, people and money, under a formal structure and a joint contract"
    ),
    time: text("ระยะยาว ภายใต้นโยบายหรือยุทธศาสตร์", "Long term, under a policy or strategy"),
    suitedTo: text("หลายภารกิจในพื้นที่ภายใต้นโยบายเดียวกัน", "Several missions in an area under one policy"),
    examples: [
      text("การคุ้มครองเด็กระดับจังหวัด", "Provincial child protection"),
      text("คณะกรรมการหลักสูตรสำหรับคนพิการ", "A curriculum board for the disabled"),
      text("องค์กรอิสระคุ้มครองผู้บริโภคในพื้นที่", "Independent area consumer protection"),
      text("คณะกรรมการวินิจฉัยข้อพิพาทผู้บริโภค", "A consumer dispute board"),
      text(
        "กลไกการพัฒนาระดับภูมิภาค เช่น NUTEK, Vinnova และ ALMI ของสวีเดน",
        "Regional development platforms, as Sweden's NUTEK, Vinnova and ALMI"
      )
    ],
    flexibility: text("ออกแบบร่วมกันทุกขั้นตอน", "Designed together at every stage"),
    instrument: text(
      "สัญญาร่วม และองค์กรกลางที่เป็นทางการ: คณะกรรมการบริหารกองทุน องค์กรไม่แสวงหากำไรหรือองค์กรการกุศล องค์กรอิสระ หรือคณะกรรมการที่แต่งตั้งเป็นทางการ",
      "Joint contract; a formal central body: fund board, non-profit or charity, independent body, or officially appointed committee"
    ),
    money: text(
      "ทรัพยากรที่แต่ละฝ่ายร่วมสมทบและเงินอุดหนุนจากรัฐ บริหารโดยองค์กรร่วม",
      "Pooled resources and state subsidy, by the joint body"
    )
  }
}

/** The table in its printed order. */
export const allModels: ReadonlyArray<Model> = ModelId.literals.map((id) => models[id])

export const modelNames: { readonly [id: string]: LocalizedText } = Object.fromEntries(
  Object.values(models).map(({ id, name }) => [id, name])
)
