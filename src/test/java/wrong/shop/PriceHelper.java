package wrong.shop;

class PriceHelper {}
