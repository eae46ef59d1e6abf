import { Schema } from "effect"
import { LocalizedText, text } from "../kernel/LocalizedText.ts"
import { RuleId } from "../rules/Catalogue.ts"

/** The three models, from the lightest instrument to the heaviest. */
export const ModelId = Schema.Literals(["grant", "contracting", "commissioning"]).annotate({ identifier: "ModelId" })
export type ModelId = typeof ModelId.Type

/** A model as the handbook's chapter on the models describes it, one field for each matter. */
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
    cooperation: text("การจัดทำโครงการร่วมกัน (Project-based Cooperation)", "Project-based Cooperation"),
    essence: text(
      "การร่วมกันจัดทำภารกิจภายใต้เป้าหมายที่ภาคีหุ้นส่วนร่วมกันกำหนด โดยอาศัยเงินอุดหนุนจากหน่วยงานภาครัฐที่เป็นเจ้าของภารกิจ",
      "A mission carried out together towards goals that the partners set together, on a subsidy from the mission owner"
    ),
    time: text(
      "กำหนดระยะเวลาการดำเนินงานชัดเจน ไม่ใช่งานประจำของผู้มอบภารกิจ",
      "A clear period of work; not the owner's routine"
    ),
    suitedTo: text(
      "การพัฒนาระบบการทำงาน บุคลากร งานวิชาการและวิจัย การจัดทำฐานข้อมูล การสำรวจข้อมูล รายงานสถานการณ์ปัญหา และการฝึกอบรม ซึ่งภาคส่วนอื่นมีความคล่องตัว ทักษะ หรือเข้าถึงข้อมูลได้ดีกว่า",
      "Work systems, staff, academic work and research, databases, surveys, situation reports and training, where others are quicker, more skilled or nearer to the data"
    ),
    examples: [
      text("การประเมินสภาพปัญหาและความต้องการของเด็ก", "Assessing children's problems and needs"),
      text("การจัดทำระบบฐานข้อมูลคุ้มครองผู้สูงอายุ", "A database to protect older people")
    ],
    flexibility: text("ยืดหยุ่นและคล่องตัวสูงกว่าการทำงานปกติ", "Higher than in normal work"),
    instrument: text(
      "อาจทำข้อตกลงที่เป็นทางการเป็นบันทึกข้อตกลง (MOU) หรืออาจตั้งคณะกรรมการร่วมเฉพาะกิจ ข้อตกลงหรือสัญญาก็ใช้ได้",
      "There may be an MOU or an ad hoc joint committee; an agreement or a contract serves too"
    ),
    money: text(
      "เงินอุดหนุน ซึ่งสามารถเพิ่มเติม แก้ไข หรือผ่อนปรนเงื่อนไขได้โดยไม่กระทบต่อวัตถุประสงค์",
      "A grant whose conditions may be added, changed and relaxed without touching the objectives"
    )
  },
  contracting: {
    id: "contracting",
    rule: "MOD-P",
    name: text("รูปแบบการทำสัญญาข้อตกลง", "Performance-based Contracting"),
    cooperation: text("ร่วมมือบนฐานของการจัดทำบริการสาธารณะร่วมกัน (Service-based Cooperation)", "Service-based Cooperation"),
    essence: text(
      "การทำสัญญาเป็นภาคีหุ้นส่วนโดยหน่วยงานภาครัฐจัดสรรงบประมาณสำหรับจัดบริการสาธารณะภายใต้ขอบเขตระยะเวลาและกลุ่มเป้าหมายเฉพาะ ตามเป้าหมายที่กำหนดร่วมกัน",
      "A partnership by contract: the agency allocates a budget for a public service within a period and for a particular target group, towards joint goals"
    ),
    time: text(
      "บริการที่อาศัยความต่อเนื่อง รวมถึงงานประจำที่ต้องปฏิบัติอยู่แล้ว สัญญามีกำหนดระยะเวลาและต่ออายุได้",
      "A service that has to go on, routine work included; the contract has a term, which can be renewed"
    ),
    suitedTo: text(
      "หน่วยงานที่มีข้อจำกัดด้านศักยภาพ โดยมีภาคส่วนอื่นที่พร้อมให้บริการได้ดีกว่า และภารกิจใหม่ที่ขาดประสบการณ์และบทเรียน เพื่อขยายผลต่อไป โดยไม่กระทบต่อการดำเนินงานหลัก",
      "Agencies short of capacity where others are ready to serve better, and a new mission without experience or lessons, to be extended later, without harm to the agency's main work"
    ),
    examples: [
      text("สถานพินิจและสถานแรกรับเด็ก", "Juvenile observation and reception centres"),
      text("สถานดูแลเด็ก", "Childcare"),
      text("สถานสงเคราะห์และสถานฟื้นฟู", "Shelters and rehabilitation"),
      text("สถานศึกษาสำหรับเด็กออทิสติกและการจัดทำหลักสูตรที่เหมาะสม", "Schools for autistic children and a fitting curriculum"),
      text("การรับเรื่องร้องเรียนผู้บริโภค", "Consumer complaints")
    ],
    flexibility: text(
      "รายละเอียดการให้บริการและการประเมินผลปรับได้ในข้อตกลงระดับการให้บริการ (SLA) โดยไม่กระทบต่อตัวสัญญา",
      "Service detail and evaluation change in service-level agreements, without touching the contract"
    ),
    instrument: text(
      "สัญญาหรือข้อตกลง หรือบันทึกข้อตกลงความร่วมมือ (MOU) อาจตั้งคณะกรรมการร่วมเฉพาะกิจ และประกันรายได้ขั้นต่ำและปริมาณงานได้",
      "A contract, an agreement or an MOU; there may be an ad hoc joint committee, and a guaranteed minimum income and volume"
    ),
    money: text("จัดสรรงบประมาณเป็นงวดตามผลการประเมิน", "Tranches tied to evaluation")
  },
  commissioning: {
    id: "commissioning",
    rule: "MOD-C",
    name: text("รูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม", "Commissioning"),
    cooperation: text(
      "ร่วมมือบนฐานการออกแบบระบบบริหารจัดการภารกิจร่วมกัน (Managerial-based Commissioning)",
      "Managerial-based Commissioning"
    ),
    essence: text(
      "หุ้นส่วนระยะยาวบนพื้นฐานของความไว้วางใจ แต่ละฝ่ายระดมทรัพยากร บุคลากร และงบประมาณภายใต้โครงสร้างความสัมพันธ์ที่เป็นทางการและสัญญาที่ร่วมกันจัดทำขึ้น",
      "A long-term partnership on trust; each side brings resources, people and money under a formal structure and a joint contract"
    ),
    time: text("ระยะยาว ภายใต้นโยบายหรือยุทธศาสตร์", "Long term, under a policy or strategy"),
    suitedTo: text(
      "ภารกิจที่หลากหลายภายใต้นโยบายและแผนงานร่วมกันอย่างเป็นทางการ เพื่อขับเคลื่อนงานในระดับพื้นที่",
      "Several missions under one formal policy and plan, in an area"
    ),
    examples: [
      text("การคุ้มครองสิทธิเด็กในระดับจังหวัด", "Provincial protection of children's rights"),
      text("คณะกรรมการพัฒนาหลักสูตรการเรียนการสอนสำหรับผู้พิการ", "A curriculum board for the disabled"),
      text("องค์กรอิสระเพื่อคุ้มครองผู้บริโภคในระดับพื้นที่", "Independent area consumer protection"),
      text("คณะกรรมการพิจารณาตัดสินข้อพิพาทผู้บริโภค", "A consumer dispute board"),
      text(
        "แพลตฟอร์มยุทธศาสตร์ระดับภูมิภาคเพื่อการพัฒนาเศรษฐกิจท้องถิ่น เช่น NUTEK, Vinnova และ ALMI ของสวีเดน",
        "Regional development platforms, as Sweden's NUTEK, Vinnova and ALMI"
      )
    ],
    flexibility: text("ร่วมคิดร่วมทำตามที่ตกลงร่วมกันในทุกขั้นตอน", "Thought out and done together at every stage"),
    instrument: text(
      "สัญญาที่ร่วมกันจัดทำขึ้น และองค์กรกลางที่เป็นทางการ เช่น คณะกรรมการบริหารกองทุน องค์กรไม่แสวงกำไร องค์กรการกุศล หรือคณะกรรมการร่วมที่แต่งตั้งจากภาครัฐอย่างเป็นทางการ",
      "A joint contract and a formal central body, as a fund board, a non-profit, a charity or a joint committee that the state appoints officially"
    ),
    money: text(
      "ทรัพยากรและงบประมาณที่แต่ละฝ่ายระดม และงบประมาณอุดหนุนจากภาครัฐ บริหารโดยองค์กรกลาง",
      "What each side brings and a state subsidy, managed by the central body"
    )
  }
}

/** The table in its printed order. */
export const allModels: ReadonlyArray<Model> = ModelId.literals.map((id) => models[id])

export const modelNames: { readonly [id: string]: LocalizedText } = Object.fromEntries(
  Object.values(models).map(({ id, name }) => [id, name])
)
