package cn.gridcase.cases;

import cn.gridcase.roster.Person;
import java.time.Instant;

/** Somebody of a case's unit would like to ask for time 申请, and wants to be shown how. */
public record RequestWanted(CaseNumber number, Person person, Instant now) {}
