export interface Lab { x: number }
