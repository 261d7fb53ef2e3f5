package iq.sendy.printing.paper;

/** Something on paper that fills a width and is as high as it must be; measures are points, counted from the top left. */
public abstract class Block {

    Block() {}

    /** @param scale how much smaller it will be drawn than it says */
    abstract float height(float width, float scale);

    abstract void draw(Pen pen, float x, float y, float width);
}
