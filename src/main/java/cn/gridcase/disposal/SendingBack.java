package cn.gridcase.disposal;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CoUnitOut;
import cn.gridcase.cases.Move;
import cn.gridcase.cases.ReturnToDispatch;
import cn.gridcase.roster.Person;

/** 回退: of the case by whoever leads it, of their share by whoever helps. */
final class SendingBack {
  private SendingBack() {}

  static Move of(CaseFile file, String reason, Person person) {
    var why = ReturnToDispatch.Why.SENT_BACK;
    String unit = person.unit().orElse("");
    return Disposal.isLed(file, unit)
        ? new ReturnToDispatch(why, reason)
        : new CoUnitOut(unit, why, reason);
  }
}
