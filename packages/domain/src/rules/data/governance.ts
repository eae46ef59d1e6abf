import type { RuleTexts } from "../Rule.ts"
import { slide } from "../Sources.ts"

// Handbook section 9: the principles that a mission, agreement or action can carry as tags.
export const governance = {
  "GOV-1": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีมีประสิทธิภาพ (Efficiency)",
      en: "Good governance is efficient."
    }
  },
  "GOV-2": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีคำนึงถึงความคุ้มค่าของเงิน (Value-for-money)",
      en: "Good governance gives value for money."
    }
  },
  "GOV-3": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีอาศัยการมีส่วนร่วมของประชาชน (Participation)",
      en: "Good governance rests on the people's participation."
    }
  },
  "GOV-4": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีเปิดเผยโปร่งใส (Transparency)",
      en: "Good governance is open and transparent."
    }
  },
  "GOV-5": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีตอบสนอง (Responsiveness)",
      en: "Good governance is responsive."
    }
  },
  "GOV-6": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีกระจายอำนาจ (Decentralization)",
      en: "Good governance decentralises authority."
    }
  },
  "GOV-7": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีมีประสิทธิผล (Effectiveness)",
      en: "Good governance is effective."
    }
  },
  "GOV-8": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีมีคุณภาพ (Quality)",
      en: "Good governance has quality."
    }
  },
  "GOV-9": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดีมีภาระรับผิดชอบต่อผลงาน (Accountability for results)",
      en: "Good governance is accountable for results."
    }
  },
  "GOV-10": {
    source: slide("governance"),
    wording: {
      th: "การบริหารกิจการบ้านเมืองที่ดียึดหลักนิติรัฐ (Rule of law)",
      en: "Good governance keeps to the rule of law."
    }
  }
} as const satisfies RuleTexts
