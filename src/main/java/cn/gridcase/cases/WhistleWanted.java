package cn.gridcase.cases;

import cn.gridcase.roster.Person;
import java.time.Instant;

/** Somebody would like to call units to a case 吹哨, and wants to be shown how. */
public record WhistleWanted(CaseNumber number, Person person, Instant now) {}
