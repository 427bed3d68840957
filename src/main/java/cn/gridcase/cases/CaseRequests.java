package cn.gridcase.cases;

import cn.gridcase.Refused;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Hibernate;

/** 申请: what the units of one case asked for. */
@Embeddable
public class CaseRequests {
  @OneToMany(
      mappedBy = "file",
      cascade = {CascadeType.PERSIST, CascadeType.DETACH})
  @OrderBy("id")
  private List<CaseRequest> all = new ArrayList<>();

  protected CaseRequests() {}

  /** Reads them, before their case is cut off from the database. */
  void read() {
    Hibernate.initialize(all);
  }

  /** What nobody has decided yet. */
  public Optional<CaseRequest> open() {
    return all.stream().filter(CaseRequest::isOpen).findFirst();
  }

  /** What nobody had decided when the case moved on at that instant. */
  public Optional<CaseRequest> lapsed(Instant at) {
    return all.stream().filter(each -> each.hasLapsed(at)).findFirst();
  }

  void ask(CaseRequest request) {
    all.add(request);
  }

  /** What its unit asked for of that kind; refused where nobody did. */
  public CaseRequest mustHaveBeenAsked(RequestKind kind, CaseNumber number) {
    return open()
        .filter(asked -> asked.kind() == kind)
        .orElseThrow(() -> new Refused("案件" + number + "没有等批的" + kind.chinese() + "申请。"));
  }
}
