package cn.gridcase.wecom;

import cn.gridcase.chat.MediaFailed;
import cn.gridcase.chat.MediaFailed.Outcome;
import cn.gridcase.chat.MediaSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;

/** Files people sent, through WeCom's API. */
@ApplicationScoped
class WeComMedia implements MediaSource {
  private final WeComApi api;
  private final TokenKeeper keeper;

  @Inject
  WeComMedia(WeComApi api, TokenKeeper keeper) {
    this.api = api;
    this.keeper = keeper;
  }

  @Override
  public byte[] fetch(String mediaId, int most) throws MediaFailed {
    if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("no HTTP inside a transaction");
    }
    try {
      return download(mediaId, most);
    } catch (WxErrorException e) {
      throw refused(e.getError());
    } catch (NoToken none) {
      throw new MediaFailed(Outcome.LATER, "没有 access_token：" + none.reason());
    } catch (RuntimeException e) {
      // Cut, late, or neither a file nor JSON: WeCom, or something before it, is not well.
      throw new MediaFailed(Outcome.LATER, WeComSender.reason(e));
    }
  }

  /** Once more with another token, if the one that was used has died. */
  private byte[] download(String mediaId, int most) throws WxErrorException {
    try {
      return api.download(mediaId, most);
    } catch (WxErrorException e) {
      if (!WeComApi.isTokenRefused(e)) {
        throw e;
      }
      keeper.replace(api.usedToken());
      return api.download(mediaId, most);
    }
  }

  /** What is not known is asked for again, as long as WeCom keeps it. */
  private static MediaFailed refused(WxError error) {
    String reason = error.getErrorCode() + " " + error.getErrorMsg();
    return switch (error.getErrorCode()) {
      case 40007, 41006 -> new MediaFailed(Outcome.GONE, reason);
      case MediaDownload.TOO_LARGE -> new MediaFailed(Outcome.TOO_LARGE, reason);
      default -> new MediaFailed(Outcome.LATER, reason);
    };
  }
}
