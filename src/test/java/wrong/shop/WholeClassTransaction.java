package wrong.shop;

import org.springframework.transaction.annotation.Transactional;

@Transactional
class WholeClassTransaction {}
