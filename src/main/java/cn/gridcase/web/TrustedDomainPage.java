package cn.gridcase.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 可信域名校验文件: the file by which WeCom sees that the domain is ours, as the administrator put it into
 * {@code GRIDCASE_DATA}.
 */
@Open
@Path("/{file: WW_verify_[A-Za-z0-9]{16}\\.txt}")
class TrustedDomainPage {
  private static final int MOST_BYTES = 1024;

  private final java.nio.file.Path folder;

  TrustedDomainPage(@ConfigProperty(name = "gridcase.data", defaultValue = "data") String data) {
    this.folder = java.nio.file.Path.of(data);
  }

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public byte[] proof(@PathParam("file") String name) {
    java.nio.file.Path file = folder.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotFoundException();
    }
    try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] proof = bytes.readNBytes(MOST_BYTES + 1);
      if (proof.length > MOST_BYTES) {
        throw new NotFoundException();
      }
      return proof;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
