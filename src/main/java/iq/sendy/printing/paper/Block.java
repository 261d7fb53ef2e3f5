package iq.sendy.printing.paper;

/** Something on paper that fills a width and is as high as it must be; measures are points, counted from the top left. */
public abstract class Block {

    Block() {}

    abstract float height(float width);

    abstract void draw(Pen pen, float x, float y, float width);
}
