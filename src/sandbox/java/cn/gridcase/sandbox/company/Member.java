package cn.gridcase.sandbox.company;

/**
 * 成员.
 *
 * @param userid unique ignoring case
 * @param role how the page names the chat window, e.g. 网格员
 * @param department name of the department; one a member is enough here
 */
public record Member(String userid, String name, String role, String department) {}
