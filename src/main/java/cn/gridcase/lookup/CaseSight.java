package cn.gridcase.lookup;

import cn.gridcase.cases.Actors;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Recusals;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Who may see which case; to others it does not exist. */
@ApplicationScoped
class CaseSight {
  private static final Set<Role> ALL =
      Set.of(
          Role.DISPATCHER,
          Role.DUTY_OFFICER,
          Role.VERIFIER,
          Role.LEADER,
          Role.CENTRE_LEADER,
          Role.CHIEF);

  private final CaseFiles caseFiles;
  private final Actors actors;
  private final Recusals recusals;

  @Inject
  CaseSight(CaseFiles caseFiles, Actors actors, Recusals recusals) {
    this.recusals = recusals;
    this.caseFiles = caseFiles;
    this.actors = actors;
  }

  CaseFile seen(CaseNumber number, Person asker) {
    CaseFile file = caseFiles.numbered(number);
    if (recusals.isWithheld(number, asker.userid()) || !maySee(file, asker)) {
      throw CaseFiles.notFound(number);
    }
    return file;
  }

  /** Those of these cases that the asker may see. */
  List<CaseFile> among(List<CaseNumber> numbers, Person asker) {
    return numbers.stream()
        .map(caseFiles::numbered)
        .filter(file -> !recusals.isWithheld(file.number(), asker.userid()))
        .filter(file -> maySee(file, asker))
        .toList();
  }

  /** Whether they see every case, and so what only the town is to know of one. */
  static boolean seesAll(Person asker) {
    return ALL.stream().anyMatch(asker::is);
  }

  private boolean maySee(CaseFile file, Person asker) {
    return seesAll(asker) || isWithTheirUnit(file, asker) || actors.isReporter(file, asker);
  }

  static boolean isWithTheirUnit(CaseFile file, Person asker) {
    return file.assignments().all().stream()
        .map(Assignment::unit)
        .filter(unit -> file.assignments().of(unit).isPresent())
        .anyMatch(
            unit ->
                asker.unit().filter(unit::equals).isPresent() || asker.is(Role.UNIT_LEADER, unit));
  }
}
