package cn.gridcase.cases;

import cn.gridcase.roster.Person;
import java.time.Instant;

/** Somebody would like to stand back from a case 回避, and wants to be asked why. */
public record RecusalWanted(CaseNumber number, Person person, Instant now) {}
