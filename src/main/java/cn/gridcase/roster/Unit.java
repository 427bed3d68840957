package cn.gridcase.roster;

/**
 * 处置单位: a department, squad or community that disposes of cases.
 *
 * @param code stands for the unit in the record and in configuration; never reused
 * @param name as shown, at most 16 characters (a card's option)
 * @param community whether it is a community 社区, which may be asked to handle a case itself
 */
public record Unit(String code, String name, boolean community) {}
