package cn.gridcase.photos;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.util.Random;

/** 街景: one made-up street, photographed by hand before and after something was cleared away. */
public final class Street {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  private final int seed;
  private final Random hand;

  /** The street of that seed, no two of them the same. */
  public Street(int seed) {
    this.seed = seed;
    this.hand = new Random(seed + 1_000_000L);
  }

  /** As it was reported. */
  public BufferedImage before() {
    return shot(scene(true), new AffineTransform(), 1);
  }

  /** Cleared, by another hand from about the same place, in another light. */
  public BufferedImage after() {
    var view = new AffineTransform();
    view.translate(WIDTH / 2.0 + moved(WIDTH), HEIGHT / 2.0 + moved(HEIGHT));
    view.rotate(Math.toRadians(between(-3, 3)));
    double closer = between(.92, 1.08);
    view.scale(closer, closer);
    view.translate(-WIDTH / 2.0, -HEIGHT / 2.0);
    return shot(scene(false), view, (float) between(.75, 1.15));
  }

  private double moved(int side) {
    return side * between(-.06, .06);
  }

  private double between(double least, double most) {
    return least + (most - least) * hand.nextDouble();
  }

  /** The middle of a scene, as a camera sees it. */
  private static BufferedImage shot(BufferedImage scene, AffineTransform view, float light) {
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.transform(view);
    pen.drawImage(scene, -WIDTH / 4, -HEIGHT / 4, null);
    pen.dispose();
    return new RescaleOp(light, 0, null).filter(picture, null);
  }

  private BufferedImage scene(boolean littered) {
    int width = WIDTH * 3 / 2;
    int height = HEIGHT * 3 / 2;
    var chance = new Random(seed);
    var scene = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scene.createGraphics();
    int ground = height * (50 + chance.nextInt(20)) / 100;
    pen.setPaint(paint(chance, 0, ground, width, 170));
    pen.fillRect(0, 0, width, ground);
    for (int x = -50; x < width; ) {
      int wide = 60 + chance.nextInt(220);
      house(pen, chance, x, ground, wide, 100 + chance.nextInt(ground - 100));
      x += wide + chance.nextInt(30) - 8;
    }
    pen.setPaint(paint(chance, ground, height, width, 40));
    pen.fillRect(0, ground, width, height - ground);
    heap(pen, chance, 8, width / 2, ground + 60, width);
    if (littered) {
      heap(pen, new Random(seed * 31L + 7), 25, width / 2, ground + 90, 240);
    }
    pen.dispose();
    return scene;
  }

  private static void house(Graphics2D pen, Random chance, int x, int ground, int wide, int high) {
    pen.setColor(colour(chance));
    pen.fillRect(x, ground - high, wide, high);
    pen.setColor(colour(chance));
    int windows = 1 + chance.nextInt(4);
    int width = wide / (2 * windows + 1);
    int height = high / (2 * windows + 1);
    for (int i = 0; i < windows * windows; i++) {
      int column = 2 * (i % windows) + 1;
      int row = 2 * (i / windows) + 1;
      pen.fillRect(x + width * column, ground - high + height * row, width, height);
    }
  }

  private static void heap(Graphics2D pen, Random chance, int things, int x, int y, int wide) {
    for (int i = 0; i < things; i++) {
      pen.setColor(colour(chance));
      pen.fillOval(
          x + chance.nextInt(wide) - wide / 2,
          y + chance.nextInt(160) - 90,
          20 + chance.nextInt(70),
          20 + chance.nextInt(70));
    }
  }

  private static GradientPaint paint(Random chance, int top, int bottom, int width, int least) {
    Color one = grey(least + chance.nextInt(80));
    return new GradientPaint(
        chance.nextInt(width), top, one, chance.nextInt(width), bottom, colour(chance));
  }

  private static Color grey(int light) {
    return new Color(light, light, light);
  }

  private static Color colour(Random chance) {
    int light = 30 + chance.nextInt(170);
    return new Color(
        light + chance.nextInt(50), light + chance.nextInt(50), light + chance.nextInt(50));
  }
}
