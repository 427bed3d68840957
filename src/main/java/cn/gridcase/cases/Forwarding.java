package cn.gridcase.cases;

import cn.gridcase.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 转派: how often units sent a case back, how often it came back from another level 上交, 下派, and
 * whether a unit let it lie. After the second time of either, or once nobody has signed for it in
 * time, nobody forwards it any more: a leader designates the unit, and that is final.
 */
@Embeddable
public class Forwarding {
  private static final int MOST = 2;

  @Column(name = "sent_back")
  private int sentBack;

  @Column(name = "sent_back_by")
  private @Nullable String sentBackBy;

  @Column(name = "changed_level")
  private int changedLevel;

  private boolean designated;

  /** 无人签收: a unit had it, and nobody there signed in time. */
  private boolean unsigned;

  protected Forwarding() {}

  /** 退回次数: how often a unit that led the case sent it back. */
  public int sentBack() {
    return sentBack;
  }

  /** Code of the unit that sent it back last. */
  public Optional<String> sentBackBy() {
    return Optional.ofNullable(sentBackBy);
  }

  /** Whether only a leader may say who leads it. */
  public boolean isFrozen() {
    return (sentBack >= MOST || changedLevel >= MOST || unsigned) && !designated;
  }

  /** Whether a leader has said whose it is: it stays there, signed for or not. */
  public boolean isDesignated() {
    return designated;
  }

  /** Why a leader is to say whose it is, as people read it. */
  public String whyFrozen() {
    if (sentBack >= MOST) {
      return "已经退回两次";
    }
    return changedLevel >= MOST ? "已经上交下派两次" : "迟迟没有人签收";
  }

  void mustNotBeFrozen(CaseNumber number) {
    if (isFrozen()) {
      throw new Refused("案件" + number + whyFrozen() + "，要由领导指定主办单位，请等领导指定。");
    }
  }

  void mayBeSentBack(CaseNumber number, String deed) {
    if (designated) {
      throw new Refused("案件" + number + "由领导指定您单位主办，不能再" + deed + "。一时办不了的，可以申请延期或挂账。");
    }
  }

  /** 上交 or 下派: it is before the dispatchers again, and nobody was wrong to have had it. */
  void changeLevel() {
    changedLevel++;
    designated = false;
  }

  /** A designated unit that has nobody left, or cannot be reached, makes a leader decide anew. */
  void returned(ReturnToDispatch.Why why, String unit) {
    switch (why) {
      case SENT_BACK -> {
        sentBack++;
        sentBackBy = unit;
      }
      case UNSIGNED -> unsigned = true;
      case UNDELIVERED, NOBODY_LEFT -> designated = false;
    }
  }

  void designate() {
    designated = true;
  }
}
