package cn.gridcase.cases;

import java.util.Optional;

/**
 * 理由: why a case is not somebody's to do, or is.
 *
 * @param unit code of the unit that sent it back; empty for the dispatchers, who gave it to a unit
 */
public record Argument(Optional<String> unit, String words) {}
