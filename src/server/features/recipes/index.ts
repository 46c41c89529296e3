export { recipeRoutes } from './recipes.routes.ts';
export { createRecipeService, type RecipeMakers } from './recipes.service.ts';
