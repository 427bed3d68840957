package cn.gridcase.dispatch;

import cn.gridcase.cases.CommunityWork;
import java.util.List;
import java.util.Optional;

/**
 * 派遣规则: which unit is suggested, what a community may get, and why a report may be declined.
 *
 * @param routes asked in order; the first that holds wins
 * @param otherwise code of the unit suggested where no route holds
 * @param declineReasons 不予立案原因, as shown
 * @param foreign which of these says that it is for others than the town; it is sent away 移送
 */
record DispatchRules(
    List<Route> routes,
    String otherwise,
    CommunityWork community,
    List<String> declineReasons,
    Optional<String> foreign) {
  DispatchRules {
    routes = List.copyOf(routes);
    declineReasons = List.copyOf(declineReasons);
  }

  Optional<Route> route(Spot its) {
    return routes.stream().filter(route -> route.holds(its)).findFirst();
  }

  /** As people count: from 1. */
  int place(Route route) {
    return routes.indexOf(route) + 1;
  }
}
