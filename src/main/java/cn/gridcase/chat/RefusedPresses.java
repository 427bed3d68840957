package cn.gridcase.chat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Counts the presses that no card of ours could have made, by the person who made them. */
@ApplicationScoped
class RefusedPresses {
  private static final Logger LOG = Logger.getLogger(RefusedPresses.class);
  private static final String COUNTER = "gridcase.presses.refused";

  private final MeterRegistry meters;

  @Inject
  RefusedPresses(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Why a press cannot have come from the presser's own card. */
  enum Why {
    /** A task id that was never given out. */
    UNKNOWN_CARD,
    /** The card went to somebody else: it was forwarded, or its task id was copied. */
    ANOTHERS_CARD,
    /** A key that no button of that kind of card has. */
    UNKNOWN_BUTTON
  }

  void count(Why why, InboundMessage message) {
    meters.counter(COUNTER, "why", why.name()).increment();
    LOG.warnf("按钮没有生效，可能是转发或伪造：%s，消息%s", why, message.key());
  }

  double of(Why why) {
    return meters.counter(COUNTER, "why", why.name()).count();
  }
}
