package cn.gridcase.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.time.Duration;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.ResponseHandler;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.Configurable;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * {@code media/get} into memory. The library's own writes a file on disk for each, of any size, and
 * breaks on an answer that is neither a file nor JSON.
 */
final class MediaDownload implements RequestExecutor<byte[], String> {
  static final String PATH = "/cgi-bin/media/get";

  /** WeCom's own code for a file it does not give in one answer. */
  static final int TOO_LARGE = 830_002;

  private static final int LONGEST_ERROR = 1 << 16;
  private static final int AT_ONCE = 1 << 14;

  private final CloseableHttpClient client;
  private final int most;
  private final Duration patience;

  /**
   * @param most bytes that are taken
   * @param patience with the whole file, however steadily it drips
   */
  MediaDownload(CloseableHttpClient client, int most, Duration patience) {
    this.client = client;
    this.most = most;
    this.patience = patience;
  }

  @Override
  public byte[] execute(String uri, String mediaId, WxType type)
      throws WxErrorException, IOException {
    var request = new HttpGet(uri + "&media_id=" + URLEncoder.encode(mediaId, UTF_8));
    // Nobody but WeCom itself is asked, wherever an answer may point.
    request.setConfig(
        RequestConfig.copy(((Configurable) client).getConfig()).setRedirectsEnabled(false).build());
    try (CloseableHttpResponse answer = client.execute(request)) {
      int status = answer.getStatusLine().getStatusCode();
      if (status != 200) {
        throw new IOException("HTTP " + status);
      }
      try (InputStream body = answer.getEntity().getContent()) {
        // Only a file comes with a name; errors, and pages of gateways, come with 200 too.
        if (answer.containsHeader("Content-disposition")) {
          return file(body);
        }
        String error = new String(body.readNBytes(LONGEST_ERROR), UTF_8);
        throw new WxErrorException(WxError.fromJson(error, type));
      }
    }
  }

  @Override
  public void execute(String uri, String mediaId, ResponseHandler<byte[]> taker, WxType type)
      throws WxErrorException, IOException {
    taker.handle(execute(uri, mediaId, type));
  }

  private byte[] file(InputStream body) throws WxErrorException, IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    var whole = new ByteArrayOutputStream();
    byte[] some = new byte[AT_ONCE];
    for (int read = body.read(some); read >= 0; read = body.read(some)) {
      whole.write(some, 0, read);
      if (whole.size() > most) {
        throw new WxErrorException(new WxError(TOO_LARGE, "larger than " + most + " bytes"));
      }
      if (System.nanoTime() - deadline >= 0) {
        throw new SocketTimeoutException("not whole within " + patience);
      }
    }
    return whole.toByteArray();
  }
}
