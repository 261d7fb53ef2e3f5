package iq.sendy.demo;

/** A part of the demo's month, which plans what happens in it. */
interface DemoScene {

    void plan(DemoShop shop);
}
