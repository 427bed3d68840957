package cn.gridcase.lookup;

import cn.gridcase.grid.GridFile;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import cn.gridcase.web.MaySee;
import cn.gridcase.web.SignedIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 地图: where the open cases are, and how urgent; beneath it the same cases as a list. */
@MaySee({Role.DISPATCHER, Role.DUTY_OFFICER, Role.LEADER, Role.CENTRE_LEADER, Role.CHIEF})
@Path("/map")
@Produces(MediaType.TEXT_HTML)
class MapPage {
  private final OpenCases cases;
  private final SignedIn signedIn;
  private final GridMapFile grids;
  private final GridFile gridRules;
  private final RosterFile roster;

  MapPage(
      OpenCases cases,
      SignedIn signedIn,
      GridMapFile grids,
      GridFile gridRules,
      RosterFile roster) {
    this.cases = cases;
    this.signedIn = signedIn;
    this.grids = grids;
    this.gridRules = gridRules;
    this.roster = roster;
  }

  /** A case, and where it is marked, if that is known. */
  public record Marked(OpenCases.Line line, Optional<TownMap.Spot> spot) {}

  /**
   * The sheet the cases are marked on.
   *
   * @param label what is said under it
   */
  public record Sheet(
      int width, int height, List<String> outlines, List<TownMap.Name> names, String label) {}

  @CheckedTemplate(basePath = "lookup")
  record map(
      Sheet sheet,
      List<Light> lights,
      List<Marked> cases,
      int all,
      long placeless,
      List<Sieve.Row> rows,
      String address)
      implements TemplateInstance {}

  @GET
  public String show(@Context UriInfo asked) {
    Sieve sieve =
        Sieve.asked("/map", List.of(Facet.LIGHT, Facet.GROUP), asked.getQueryParameters());
    Person reader = signedIn.person();
    return QuarkusTransaction.requiringNew().call(() -> drawn(sieve, reader)).render();
  }

  private map drawn(Sieve sieve, Person reader) {
    var town = new TownMap(grids.inForce());
    List<OpenCases.Line> all = cases.all(reader);
    List<Marked> marked =
        sieve.of(all).stream().map(line -> new Marked(line, town.spot(line.row()))).toList();
    Map<String, String> names =
        roster.inForce().units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
    return new map(
        new Sheet(
            TownMap.WIDTH,
            town.height(),
            town.outlines(),
            town.names(names),
            gridRules.inForce().label()),
        List.of(Light.values()),
        marked,
        all.size(),
        marked.stream().filter(one -> one.spot().isEmpty()).count(),
        sieve.rows(all),
        sieve.address());
  }
}
