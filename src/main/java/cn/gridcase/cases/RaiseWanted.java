package cn.gridcase.cases;

import cn.gridcase.roster.Person;
import java.time.Instant;

/** Somebody would like to hand a case up to the district 提级, and wants to be shown how. */
public record RaiseWanted(CaseNumber number, Person person, Instant now) {}
