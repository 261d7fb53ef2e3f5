package wrong.cart;

/** There are dice in the shop as well. */
class Dice {}
