package cn.gridcase.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A Java agent by which another process takes it to be later or earlier than it is: what {@link
 * Instant#now} and the clocks of java.time answer is shifted, what only measures time is not.
 */
public final class ShiftedClock implements ClassFileTransformer {
  private static final Path JAR = Path.of("target", "shifted-clock.jar").toAbsolutePath();

  private final Duration by;

  private ShiftedClock(Duration by) {
    this.by = by;
  }

  /** What such a process is to be told in its JAVA_TOOL_OPTIONS. */
  static String by(Duration shift) {
    try {
      pack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "-javaagent:" + JAR + "=" + shift;
  }

  /** Called by that process before it does anything else. */
  public static void premain(String by, Instrumentation process) throws UnmodifiableClassException {
    process.addTransformer(new ShiftedClock(Duration.parse(by)), true);
    process.retransformClasses(Clock.class);
  }

  @Override
  public byte @Nullable [] transform(
      ClassLoader loader, String name, Class<?> changed, ProtectionDomain domain, byte[] bytes) {
    if (!name.equals("java/time/Clock")) {
      return null;
    }
    var written = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(bytes).accept(new Shifting(written), 0);
    return written.toByteArray();
  }

  private final class Shifting extends ClassVisitor {
    Shifting(ClassVisitor written) {
      super(Opcodes.ASM9, written);
    }

    /** All of them ask this one method what time it is. */
    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] thrown) {
      MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
      return name.equals("currentInstant") ? new Later(method) : method;
    }
  }

  private final class Later extends MethodVisitor {
    Later(MethodVisitor written) {
      super(Opcodes.ASM9, written);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        visitLdcInsn(by.toSeconds());
        visitMethodInsn(
            Opcodes.INVOKEVIRTUAL,
            "java/time/Instant",
            "plusSeconds",
            "(J)Ljava/time/Instant;",
            false);
      }
      super.visitInsn(opcode);
    }
  }

  private static void pack() throws IOException {
    var manifest = new Manifest();
    Attributes says = manifest.getMainAttributes();
    says.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    says.putValue("Premain-Class", ShiftedClock.class.getName());
    says.putValue("Can-Retransform-Classes", "true");
    says.put(Attributes.Name.CLASS_PATH, home(ClassReader.class));
    Files.createDirectories(Objects.requireNonNull(JAR.getParent()));
    try (OutputStream file = Files.newOutputStream(JAR);
        var jar = new JarOutputStream(file, manifest)) {
      for (Class<?> each : new Class<?>[] {ShiftedClock.class, Shifting.class, Later.class}) {
        String name = each.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream bytes =
            Objects.requireNonNull(each.getClassLoader().getResourceAsStream(name))) {
          bytes.transferTo(jar);
        }
      }
    }
  }

  private static String home(Class<?> library) {
    return library.getProtectionDomain().getCodeSource().getLocation().toString();
  }
}
